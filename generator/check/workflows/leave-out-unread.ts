import type { Expression } from '../../expression/expression.ts';
import { namesRead } from '../../expression/map-parts.ts';
import type { BindPlan, StepPlan } from '../../ir/step.ts';

/** Steps without those that only work out what nothing reads; `unread` takes these. */
export interface ReadSteps {
  readonly steps: readonly StepPlan[];
  readonly unread: readonly BindPlan[];
}

/** Leaves out pure steps whose value no later step reads. Variables differ in name within a workflow, so names tell. */
export function leaveOutUnread(steps: readonly StepPlan[]): ReadSteps {
  const unread: BindPlan[] = [];
  const kept = keepRead(steps, new Set(), unread);
  return { steps: kept, unread: unread.toReversed() };
}

/** From the last step to the first: `read` holds what the steps behind read, and grows. */
function keepRead(steps: readonly StepPlan[], read: Set<string>, unread: BindPlan[]): readonly StepPlan[] {
  const kept: StepPlan[] = [];
  for (const step of steps.toReversed()) {
    const one = keepStep(step, read, unread);
    if (one !== undefined) kept.unshift(one);
  }
  return kept;
}

function keepStep(step: StepPlan, read: Set<string>, unread: BindPlan[]): StepPlan | undefined {
  const reads = (...expressions: readonly (Expression | undefined)[]): void => {
    for (const expression of expressions) if (expression !== undefined) namesRead(expression, read);
  };
  switch (step.kind) {
    case 'bind':
      if (!read.has(step.bind.name)) {
        unread.push(step);
        return undefined;
      }
      reads(step.value);
      return step;
    case 'call': {
      const { bind, ...rest } = step;
      reads(...step.input.map((field) => field.value));
      return bind === undefined || read.has(bind.name) ? step : rest;
    }
    case 'save':
    case 'remove':
    case 'prune': {
      const { bind, ...rest } = step;
      if (step.kind === 'save') reads(step.records);
      if (step.kind === 'remove') reads(step.ids);
      return bind === undefined || read.has(bind.name) ? step : rest;
    }
    case 'set':
      reads(step.value);
      return { ...step, steps: keepRead(step.steps, read, unread) };
    case 'when': {
      const [then, otherwise] = [keepRead(step.then, read, unread), keepRead(step.else, read, unread)];
      if (then.length + otherwise.length === 0) return undefined;
      reads(step.test);
      return { ...step, then, else: otherwise };
    }
    case 'forEach': {
      const body = keepRead(step.do, read, unread);
      if (body.length === 0) return undefined;
      reads(step.in, step.key);
      return { ...step, do: body };
    }
    case 'forEachPage': {
      const body = keepRead(step.do, read, unread);
      reads(...step.input.map((field) => field.value));
      return { ...step, do: body };
    }
    case 'guard':
      reads(step.fails, step.message, step.details);
      return step;
    case 'respond':
      reads(step.body, ...step.headers.map((field) => field.value));
      return step;
    case 'return':
      reads(step.value);
      return step;
    case 'clear':
      return step;
    case 'checkpoint':
      reads(...step.values.map((field) => field.value));
      return step;
  }
}
