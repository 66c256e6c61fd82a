import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import { listOf } from '../../expression/types.ts';
import type { Binding, LoopResultPlan, StepPlan } from '../../ir/step.ts';
import { describeType } from '../../shape/describe.ts';
import { itemOf } from '../../shape/member.ts';
import { isMaybe, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { ForEachStep } from '../../spec/types.ts';
import { checkData } from '../values/check-data.ts';
import { bindStep, checkName, FAILED, failedStep } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { checkCall } from './check-call.ts';
import { startCarrying } from './check-carry.ts';
import { checkSteps } from './check-steps.ts';
import { checkWalk, positionType } from './check-walk.ts';
import { claimVariable, journalName, type StepResult, type WorkflowContext } from './step-context.ts';

/** A loop over a list, or over the pages of an endpoint. Of what it binds, steps after it know what it collects and carries. */
export function checkForEach(step: ForEachStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { report } = context.integration;
  if ((step.in === undefined) === (step.pages === undefined)) {
    report.add('FR2015', { what: 'a forEach step', needs: 'either in or pages' }, [...at, 'forEach']);
    return failedStep(step.id, scope);
  }
  if (step.collect !== undefined && step.id === undefined)
    report.add('FR2015', { what: "'collect'", needs: 'an id of the step' }, [...at, 'collect'], { on: 'key' });
  if (step.flatten !== undefined && step.collect === undefined)
    report.add('FR2015', { what: "'flatten'", needs: "'collect'" }, [...at, 'flatten'], { on: 'key' });
  checkName(step.forEach, 'the item of this loop', [...at, 'forEach'], scope, report);
  return step.pages === undefined
    ? overList(step, at, scope, context)
    : overPages(step, step.pages, at, scope, context);
}

function overList(step: ForEachStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { report, environment } = context.integration;
  const list = checkExpression(step.in ?? '', { scope, environment });
  if (list.ok === undefined) report.problems(list.problems, [...at, 'in']);
  const item = list.ok && itemOf(list.ok.type, environment.shapes, 'loop');
  const found = item !== undefined && 'found' in item ? item.found : undefined;
  if (list.ok !== undefined && found === undefined)
    report.add('FR2004', { expected: 'a list', found: describeType(list.ok.type) }, [...at, 'in']);
  if (list.ok !== undefined && isMaybe(list.ok.type))
    report.add('FR2011', { value: 'the list', fix: 'guard it, or give an empty list: (list ?? [])' }, [...at, 'in']);
  const concurrency = step.concurrency ?? 1;
  if (concurrency > 1 && step.carry !== undefined)
    report.add(
      'FR2017',
      {
        part: 'carry',
        owner: 'a loop with concurrency',
        fix: 'take out the concurrency: what is carried goes from one round to the next',
      },
      [...at, 'carry'],
      { on: 'key' },
    );
  const body = loopBody(step, found, undefined, at, scope, context);
  const key = step.key === undefined ? undefined : checkExpression(step.key, { scope: body.inner, environment });
  if (key?.problems !== undefined) report.problems(key.problems, [...at, 'key']);
  if (list.ok === undefined || found === undefined || body.result === undefined) return body.failed;
  return body.done({
    kind: 'forEach',
    name: body.name,
    place: report.place(at),
    item: { name: body.variable, type: found, hoisted: false },
    in: list.ok,
    ...(key?.ok !== undefined && { key: key.ok }),
    concurrency,
    onError: step.onError ?? 'fail',
    do: body.steps,
    ...body.result,
    ...note(step),
  });
}

function overPages(
  step: ForEachStep,
  pages: NonNullable<ForEachStep['pages']>,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): StepResult {
  const { report } = context.integration;
  const where: SpecPath = [...at, 'pages'];
  for (const key of ['concurrency', 'onError', 'key'] as const) {
    if (step[key] !== undefined)
      report.add(
        'FR2017',
        {
          part: key,
          owner: 'a loop over pages',
          fix: 'pages come one after the other; put a loop over the items inside',
        },
        [...at, key],
        { on: 'key' },
      );
  }
  const call = checkCall(pages.call, pages.with ?? {}, where, scope, context);
  const pagination = call?.operation.pagination;
  if (call !== undefined && pagination === undefined) {
    report.add('FR2015', { what: 'a loop over pages', needs: `pagination on '${pages.call}'` }, [...where, 'call']);
  }
  const walk = pagination && checkWalk(pages, pagination, where, scope, context);
  const next =
    pages.next === undefined
      ? undefined
      : { id: pages.next, type: pagination && { ...positionType(pagination), optional: true } };
  const type = call?.operation.response;
  const body = loopBody(step, type, next, at, scope, context);
  if (call === undefined || walk === undefined || type === undefined || body.result === undefined) return body.failed;
  const { operation, input = [] } = call;
  return body.done({
    kind: 'forEachPage',
    name: body.name,
    place: report.place(at),
    page: { name: body.variable, type, hoisted: false },
    system: operation.system,
    operation: operation.id,
    input,
    walk,
    ...(body.next !== undefined && { next: body.next }),
    do: body.steps,
    ...body.result,
    ...note(step),
  });
}

interface LoopBody {
  readonly name: string;
  readonly variable: string;
  readonly next: Binding | undefined;
  readonly inner: Scope;
  readonly steps: readonly StepPlan[];
  /** Undefined where something of it is wrong (reported). */
  readonly result: LoopResultPlan | undefined;
  /** What the loop leaves to the steps after it, where it is sound and where it is not. */
  readonly failed: StepResult;
  done(plan: StepPlan): StepResult;
}

function loopBody(
  step: ForEachStep,
  type: Type | undefined,
  next: { readonly id: string; readonly type: Type | undefined } | undefined,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): LoopBody {
  const { report } = context.integration;
  const name = journalName(step.id ?? step.forEach, context);
  const item = claimVariable(step.forEach, context);
  const carrying = startCarrying(step, at, scope, context);
  let inner = withName(carrying.inner, step.forEach, {
    ...(type === undefined ? FAILED : { expression: variable(item, type) }),
    what: 'the item of a loop around it',
  });
  let binding: Binding | undefined;
  if (next !== undefined) {
    checkName(next.id, 'the position of the next page', [...at, 'pages', 'next'], inner, report);
    const position = claimVariable(next.id, context);
    if (next.type !== undefined) binding = { name: position, type: next.type, hoisted: false };
    inner = withName(inner, next.id, next.type === undefined ? FAILED : { expression: variable(position, next.type) });
  }
  const loop = { id: step.forEach, variable: item, concurrent: (step.concurrency ?? 1) > 1 };
  const body = checkSteps(step.do, [...at, 'do'], inner, { ...context, loops: [...context.loops, loop] });
  const carry = carrying.finish(body.scope);
  const collected = collectedValue(step, at, body.scope, context);
  const after = carrying.after(scope);
  const result = (): { readonly plan: LoopResultPlan | undefined; readonly after: StepResult } => {
    if (step.collect === undefined || step.id === undefined)
      return { plan: carry && { ...(carry.length > 0 && { carry }) }, after: { ...after, bound: [...after.bound] } };
    if (collected === undefined) return { plan: undefined, after: failedStep(step.id, after.scope) };
    const { binding: bind, ...bound } = bindStep(step.id, listOf(collected.item), at, after.scope, context);
    const collect = { bind, value: collected.value, flatten: step.flatten === true };
    return {
      plan: carry && { collect, ...(carry.length > 0 && { carry }) },
      after: { steps: after.steps, scope: bound.scope, bound: [...after.bound, ...bound.bound] },
    };
  };
  const { plan, after: left } = result();
  return {
    name,
    variable: item,
    next: binding,
    inner,
    steps: body.steps,
    result: plan,
    failed: { ...failedStep(step.id, left.scope), bound: [] },
    done: (loopPlan) => ({ ...left, steps: [loopPlan, ...left.steps] }),
  };
}

/** What a round adds to the list, and the type of the list's items. */
function collectedValue(
  step: ForEachStep,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): { readonly value: NonNullable<LoopResultPlan['collect']>['value']; readonly item: Type } | undefined {
  if (step.collect === undefined) return undefined;
  const { integration } = context;
  const value = checkData(step.collect, undefined, [...at, 'collect'], { scope, integration, target: 'collect' });
  if (value === undefined) return undefined;
  if (step.flatten !== true) return { value, item: present(value.type) };
  const item = itemOf(present(value.type), integration.environment.shapes, 'loop');
  if ('found' in item) return { value, item: item.found };
  integration.report.add('FR2004', { expected: 'a list', found: describeType(value.type) }, [...at, 'collect']);
  return undefined;
}
