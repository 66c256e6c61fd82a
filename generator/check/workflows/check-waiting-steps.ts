import type { SpecPath } from '../../diagnostics/place.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { checkCondition } from '../../expression/check-expression.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import type { PollStep, SleepStep, StartStep, Workflow } from '../../spec/types.ts';
import { milliseconds } from '../duration.ts';
import { modelType } from '../models/registry.ts';
import { checkData } from '../values/check-data.ts';
import { bindStep, failedStep, plainStep } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { callOf } from './check-call-step.ts';
import { journalName, type StepResult, type WorkflowContext } from './step-context.ts';

export function checkSleepStep(step: SleepStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const name = journalName(step.id ?? 'sleep', context);
  const place = context.integration.report.place(at);
  return plainStep({ kind: 'sleep', name, place, ms: milliseconds(step.sleep), ...note(step) }, scope);
}

const EVERY = '5s';
const TIMEOUT = '10m';

export function checkPollStep(step: PollStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { report, environment } = context.integration;
  const where: SpecPath = [...at, 'poll'];
  const { call, with: sent, until, every = EVERY, timeout = TIMEOUT, fail = 'timeout' } = step.poll;
  // Of a list that comes in pages the first one tells how far things are.
  const isPaged = context.operations.get(call)?.pagination !== undefined;
  const asked = callOf(
    { id: step.id, call, ...(sent !== undefined && { with: sent }), ...(isPaged && { pages: 'first' as const }) },
    where,
    scope,
    context,
  );
  if (asked === undefined) return failedStep(step.id, scope);
  if (asked.type === undefined) {
    report.add('FR2015', { what: 'a poll step', needs: `a response of '${call}'` }, [...where, 'call']);
    return failedStep(step.id, scope);
  }
  const { binding, ...after } = bindStep(step.id, asked.type, at, scope, context);
  const answer = withName(scope, step.id, { expression: variable(binding.name, asked.type) });
  const condition = checkCondition(until, { scope: answer, environment });
  if (condition.problems !== undefined) report.problems(condition.problems, [...where, 'until']);
  if (condition.ok === undefined || !report.varies(condition.ok, until, [...where, 'until']))
    return failedStep(step.id, scope, asked.type);
  const plan = {
    kind: 'poll',
    name: asked.plan.name,
    place: report.place(at),
    bind: binding,
    call: asked.plan,
    until: condition.ok,
    everyMs: milliseconds(every),
    timeoutMs: milliseconds(timeout),
    fail,
    ...note(step),
  } as const;
  return { steps: [plan], ...after };
}

export function checkStartStep(step: StartStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { integration } = context;
  const { report, environment } = integration;
  const workflows: Readonly<Record<string, Workflow>> = integration.source.loaded.spec.workflows;
  const workflow = Object.hasOwn(workflows, step.start) ? workflows[step.start] : undefined;
  if (workflow === undefined) {
    report.add(
      'FR2001',
      { what: 'workflow', name: step.start, suggestion: nearest(step.start, Object.keys(workflows)) },
      [...at, 'start'],
    );
    return failedStep(step.id, scope);
  }
  const { trigger } = workflow;
  const part =
    'webhook' in trigger ? 'payload' : 'manual' in trigger && trigger.manual.input !== undefined ? 'input' : undefined;
  const model = part === undefined ? undefined : context.inputOf(step.start);
  if (part === undefined && step.with !== undefined) {
    report.add(
      'FR2017',
      { part: 'with', owner: `a start of '${step.start}'`, fix: 'leave it out: the workflow takes no input' },
      [...at, 'with'],
      { on: 'key' },
    );
    return failedStep(step.id, scope);
  }
  if (part !== undefined && step.with === undefined) {
    report.add('FR2016', { field: 'with', owner: `the start of '${step.start}'` }, [...at, 'start']);
    return failedStep(step.id, scope);
  }
  const wanted = model === undefined ? undefined : modelType(model, environment.shapes);
  const input =
    step.with === undefined
      ? undefined
      : checkData(step.with, wanted, [...at, 'with'], { scope, integration, target: 'input' });
  if (step.with !== undefined && input === undefined) return failedStep(step.id, scope);
  return plainStep(
    {
      kind: 'start',
      name: journalName(step.id ?? `start-${step.start}`, context),
      place: report.place(at),
      workflow: step.start,
      scheduled: 'schedule' in trigger,
      ...(input !== undefined && { input }),
      ...note(step),
    },
    scope,
  );
}
