import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { checkCondition } from '../../expression/check-expression.ts';
import { not } from '../../expression/condition.ts';
import type { ObjectField } from '../../expression/expression.ts';
import { withoutNarrowed, type Scope } from '../../expression/scope.ts';
import { checkTemplate } from '../../expression/template.ts';
import type { CheckpointStep, GuardStep, RespondStep } from '../../spec/types.ts';
import { checkData } from '../values/check-data.ts';
import { literal } from '../values/check-value.ts';
import { failedStep, plainStep } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { narrowing } from './narrowing.ts';
import { journalName, type StepResult, type WorkflowContext } from './step-context.ts';

/** A guard fails the run; what it has shown holds for every step after it. */
export function checkGuardStep(step: GuardStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { report, environment } = context.integration;
  const { guard } = step;
  const key = guard.unless === undefined ? 'when' : 'unless';
  const text = guard.unless ?? guard.when;
  if (text === undefined || (guard.unless !== undefined && guard.when !== undefined)) {
    report.add('FR2015', { what: 'a guard', needs: 'either unless or when' }, [...at, 'guard'], { on: 'key' });
    return failedStep(step.id, scope);
  }
  const checked = checkCondition(text, { scope, environment });
  if (checked.problems !== undefined) report.problems(checked.problems, [...at, 'guard', key]);
  const place = report.place(at);
  const narrowed = checked.ok && narrowing(checked.ok, scope, place, context);
  // Message and details are told where the run fails, and know what the condition has shown there.
  const told = narrowed === undefined ? scope : key === 'unless' ? narrowed.fails : narrowed.holds;
  const message =
    guard.message === undefined
      ? undefined
      : checkTemplate(guard.message, { scope: told, environment }, { keepType: false });
  if (message?.problems !== undefined) report.problems(message.problems, [...at, 'guard', 'message']);
  const details =
    guard.details === undefined
      ? undefined
      : checkData(guard.details, undefined, [...at, 'guard', 'details'], {
          scope: told,
          integration: context.integration,
          target: 'details',
        });
  if (guard.details !== undefined && details === undefined) return failedStep(step.id, scope);
  const varies = checked.ok !== undefined && report.varies(checked.ok, text, [...at, 'guard', key]);
  if (narrowed === undefined || !varies || (message !== undefined && message.ok === undefined))
    return failedStep(step.id, scope);
  const fails = key === 'unless' ? not(narrowed.condition) : narrowed.condition;
  const name = journalName(step.id ?? guard.fail, context);
  const plan = {
    kind: 'guard',
    name,
    place,
    fails,
    code: guard.fail,
    message: message?.ok ?? literal(key === 'unless' ? `this must hold: ${text}` : `this must not hold: ${text}`),
    ...(details !== undefined && { details }),
    ...note(step),
  } as const;
  return { steps: [...narrowed.before, plan], scope: key === 'unless' ? narrowed.holds : narrowed.fails, bound: [] };
}

export function checkRespondStep(step: RespondStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { integration } = context;
  const { respond } = step;
  const headers: ObjectField[] = [];
  for (const [name, text] of Object.entries(respond.headers ?? {})) {
    const value = checkTemplate(text, { scope, environment: integration.environment }, { keepType: false });
    if (value.ok === undefined) integration.report.problems(value.problems, [...at, 'respond', 'headers', name]);
    else headers.push({ name, value: value.ok, optional: false });
  }
  const body =
    respond.body === undefined
      ? undefined
      : checkData(respond.body, undefined, [...at, 'respond', 'body'], { scope, integration, target: 'body' });
  if (respond.body !== undefined && body === undefined) return failedStep(step.id, scope);
  const name = journalName(step.id ?? 'respond', context);
  return plainStep(
    {
      kind: 'respond',
      name,
      place: integration.report.place(at),
      status: respond.status,
      headers,
      ...(body !== undefined && { body }),
      ...note(step),
    },
    scope,
  );
}

export function checkCheckpointStep(
  step: CheckpointStep,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): StepResult {
  const { integration, checkpoint } = context;
  if (step.checkpoint === 'clear') return clearStep(step, at, scope, context);
  const values: ObjectField[] = [];
  for (const [name, data] of Object.entries(step.checkpoint)) {
    const wanted = checkpoint.get(name);
    const where: SpecPath = [...at, 'checkpoint', name];
    if (wanted === undefined) {
      integration.report.add(
        'FR2003',
        { field: name, owner: "the workflow's checkpoint", suggestion: nearest(name, checkpoint.keys()) },
        where,
        { on: 'key' },
      );
      continue;
    }
    // A value that is missing leaves the checkpoint as it was.
    const value = checkData(data, { ...wanted, optional: true }, where, {
      scope,
      integration,
      target: `checkpoint.${name}`,
    });
    if (value !== undefined) values.push({ name, value, optional: false });
  }
  if (values.length < Object.keys(step.checkpoint).length) return failedStep(step.id, scope);
  return plainStep(
    {
      kind: 'checkpoint',
      name: journalName(step.id ?? 'checkpoint', context),
      place: integration.report.place(at),
      values,
      ...note(step),
    },
    withoutNarrowed(scope, 'checkpoint'),
  );
}

function clearStep(step: CheckpointStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { report } = context.integration;
  if (context.checkpoint.size === 0) {
    report.add(
      'FR2015',
      { what: "'checkpoint: clear'", needs: "a 'checkpoint' of the workflow" },
      [...at, 'checkpoint'],
      {
        on: 'key',
      },
    );
    return failedStep(step.id, scope);
  }
  const name = journalName(step.id ?? 'clear', context);
  return plainStep(
    { kind: 'clear', name, place: report.place(at), ...note(step) },
    withoutNarrowed(scope, 'checkpoint'),
  );
}
