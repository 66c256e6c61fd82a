import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import { describeType } from '../../shape/describe.ts';
import { itemOf } from '../../shape/member.ts';
import { isMaybe } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { ForEachStep } from '../../spec/types.ts';
import { checkName, FAILED, failedStep, plainStep } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { checkCall } from './check-call.ts';
import { checkSteps } from './check-steps.ts';
import { claimVariable, journalName, type StepResult, type WorkflowContext } from './step-context.ts';

/** A loop over a list, or over the pages of an endpoint. What it binds is not known after it. */
export function checkForEach(step: ForEachStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { report } = context.integration;
  if ((step.in === undefined) === (step.pages === undefined)) {
    report.add('FR2015', { what: 'a forEach step', needs: 'either in or pages' }, [...at, 'forEach']);
    return failedStep(step.id, scope);
  }
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
  const body = loopBody(step, found, at, scope, context);
  const key = step.key === undefined ? undefined : checkExpression(step.key, { scope: body.inner, environment });
  if (key?.problems !== undefined) report.problems(key.problems, [...at, 'key']);
  if (list.ok === undefined || found === undefined) return failedStep(step.id, scope);
  return plainStep(
    {
      kind: 'forEach',
      name: body.name,
      place: report.place(at),
      item: { name: body.variable, type: found, hoisted: false },
      in: list.ok,
      ...(key?.ok !== undefined && { key: key.ok }),
      concurrency: step.concurrency ?? 1,
      onError: step.onError ?? 'fail',
      do: body.steps,
      ...note(step),
    },
    scope,
  );
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
  if (call !== undefined && call.operation.pagination === undefined) {
    report.add('FR2015', { what: 'a loop over pages', needs: `pagination on '${pages.call}'` }, [...where, 'call']);
  }
  const type = call?.operation.response;
  const body = loopBody(step, type, at, scope, context);
  if (call?.operation.pagination === undefined || type === undefined) return failedStep(step.id, scope);
  const { operation, input = [] } = call;
  return plainStep(
    {
      kind: 'forEachPage',
      name: body.name,
      place: report.place(at),
      page: { name: body.variable, type, hoisted: false },
      system: operation.system,
      operation: operation.id,
      input,
      do: body.steps,
      ...note(step),
    },
    scope,
  );
}

function loopBody(
  step: ForEachStep,
  type: Type | undefined,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): { readonly name: string; readonly variable: string; readonly inner: Scope; readonly steps: StepResult['steps'] } {
  const name = journalName(step.id ?? step.forEach, context);
  const item = claimVariable(step.forEach, context);
  const inner = withName(scope, step.forEach, {
    ...(type === undefined ? FAILED : { expression: variable(item, type) }),
    what: 'the item of a loop around it',
  });
  return { name, variable: item, inner, steps: checkSteps(step.do, [...at, 'do'], inner, context).steps };
}
