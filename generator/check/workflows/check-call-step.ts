import type { SpecPath } from '../../diagnostics/place.ts';
import { listOf } from '../../expression/types.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import type { CallPlan } from '../../ir/step.ts';
import type { Type } from '../../shape/type.ts';
import type { CallStep, OnError } from '../../spec/types.ts';
import { literal } from '../values/check-value.ts';
import { bindStep, checkName, failedStep, plainStep } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { checkCall } from './check-call.ts';
import { checkWalk } from './check-walk.ts';
import { checkSteps } from './check-steps.ts';
import { claimVariable, journalName, type StepResult, type WorkflowContext } from './step-context.ts';

export function checkCallStep(step: CallStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const call = callOf(step, at, scope, context);
  if (call === undefined) return failedStep(step.id, scope);
  const { plan, type } = call;
  if (call.lastPage !== undefined && type !== undefined)
    return withLastPage(plan, step, type, call.lastPage, at, scope, context);
  if (step.id === undefined) return plainStep(plan, scope);
  // An answer that has no model is not read: the id only names the step.
  if (type === undefined)
    return { steps: [plan], scope: withName(scope, step.id, { expression: literal(undefined) }), bound: [] };
  const { binding, ...after } = bindStep(step.id, type, at, scope, context);
  return { steps: [{ ...plan, bind: binding }], ...after };
}

/** A call that binds nothing yet, and the type of what it gives; undefined type where the answer has no model. */
export interface CallOf {
  readonly plan: Omit<CallPlan, 'bind'>;
  readonly type?: Type;
  /** The type of the last answer that is read, where the step names it. */
  readonly lastPage?: Type;
}

/** Undefined where there is no such endpoint (reported). */
export function callOf(step: CallStep, at: SpecPath, scope: Scope, context: WorkflowContext): CallOf | undefined {
  const call = checkCall(step.call, step.with ?? {}, at, scope, context);
  if (call === undefined) return undefined;
  const { operation, input = [] } = call;
  const { pagination } = operation;
  if (pagination === undefined) reportUnpaginated(step, operation.id, at, context);
  const walk = pagination && checkWalk(step, pagination, at, scope, context);
  if (step.pages === 'first') reportFirstPage(step, at, context);
  if (step.pages !== undefined && pagination === undefined)
    context.integration.report.add(
      'FR2015',
      { what: 'pages', needs: `pagination on '${operation.id}'` },
      [...at, 'pages'],
      { on: 'key' },
    );
  const result = pagination === undefined ? 'body' : step.pages === 'first' ? 'firstPage' : 'items';
  const onError = failureRules(step.onError, [...at, 'onError'], scope, context);
  const plan = {
    kind: 'call',
    name: journalName(step.id ?? operation.id, context),
    place: context.integration.report.place(at),
    system: operation.system,
    operation: operation.id,
    input,
    result,
    ...(walk !== undefined && (walk.startAt !== undefined || walk.limit !== undefined) && { walk }),
    ...(onError.length > 0 && { onError }),
    ...note(step),
  } as const;
  if (operation.response === undefined) return { plan };
  const type = result === 'items' && pagination !== undefined ? listOf(pagination.itemType) : operation.response;
  const maybe = onError.some((rule) => rule.then === 'continue');
  const withoutResult = (one: Type): Type => (maybe ? { ...one, optional: true } : one);
  return {
    plan,
    type: withoutResult(type),
    ...(pagination !== undefined && step.lastPage !== undefined && { lastPage: withoutResult(operation.response) }),
  };
}

/** A call that binds the last answer beside the items. */
function withLastPage(
  base: CallOf['plan'],
  { id, lastPage = '' }: CallStep,
  items: Type,
  answer: Type,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): StepResult {
  const own = id === undefined ? undefined : bindStep(id, items, at, scope, context);
  const known = own?.scope ?? scope;
  checkName(lastPage, 'the last page', [...at, 'lastPage'], known, context.integration.report);
  const name = claimVariable(lastPage, context);
  const read = variable(name, answer);
  return {
    steps: [
      {
        ...base,
        ...(own !== undefined && { bind: own.binding }),
        lastPage: { name, type: answer, hoisted: false },
      },
    ],
    scope: withName(known, lastPage, { expression: read }),
    bound: [...(own?.bound ?? []), ...(read.kind === 'name' ? [{ id: lastPage, variable: read }] : [])],
  };
}

const OF_PAGES = ['startAt', 'limit', 'lastPage'] as const;

function reportUnpaginated(step: CallStep, operation: string, at: SpecPath, context: WorkflowContext): void {
  for (const part of OF_PAGES) {
    if (step[part] !== undefined)
      context.integration.report.add(
        'FR2015',
        { what: `'${part}'`, needs: `pagination on '${operation}'` },
        [...at, part],
        { on: 'key' },
      );
  }
}

function reportFirstPage(step: CallStep, at: SpecPath, context: WorkflowContext): void {
  for (const part of ['limit', 'lastPage'] as const) {
    if (step[part] !== undefined)
      context.integration.report.add(
        'FR2017',
        { part, owner: 'a call of the first page alone', fix: 'leave out pages: first' },
        [...at, part],
        { on: 'key' },
      );
  }
}

/** What follows a failure; steps that clean up know what was known before the call, and leave nothing behind. */
function failureRules(
  given: OnError | undefined,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): NonNullable<CallPlan['onError']> {
  if (given === undefined) return [];
  if (given === 'continue') return [{ then: 'continue', do: [] }];
  return given.map(({ status, code, do: steps = [], then = 'fail' }, index) => {
    const place: SpecPath = [...at, index];
    if (then === 'fail' && steps.length === 0)
      context.integration.report.add(
        'FR2015',
        { what: 'a rule of onError', needs: "'do', or 'then: continue'" },
        place,
      );
    return {
      ...(status !== undefined && { status }),
      ...(code !== undefined && { code }),
      then,
      // They are a function of their own, which cannot leave a loop around it.
      do: checkSteps(steps, [...place, 'do'], scope, { ...context, loops: [] }).steps,
    };
  });
}
