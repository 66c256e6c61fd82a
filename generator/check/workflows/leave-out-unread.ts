import type { Expression } from '../../expression/expression.ts';
import { namesRead } from '../../expression/map-parts.ts';
import type { BindPlan, ForEachPagePlan, ForEachPlan, LoopResultPlan, StepPlan } from '../../ir/step.ts';

type LoopPlan = ForEachPlan | ForEachPagePlan;

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
      const onError = step.onError?.map((rule) => ({ ...rule, do: keepRead(rule.do, read, unread) }));
      const { bind, lastPage, ...rest } = onError === undefined ? step : { ...step, onError };
      reads(...step.input.map((field) => field.value), step.walk?.startAt, step.walk?.limit);
      const kept = bind === undefined || !read.has(bind.name) ? {} : { bind };
      return { ...rest, ...kept, ...(lastPage !== undefined && read.has(lastPage.name) && { lastPage }) };
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
      const { collect: _collect, carry: _carry, ...rest } = step;
      const result = keepResult(step, read, unread);
      const body = keepRead(step.do, read, unread);
      if (body.length === 0 && result.collect === undefined && result.carry === undefined) return undefined;
      reads(step.in, step.key, ...(result.carry ?? []).map((one) => one.from));
      return { ...rest, ...result, do: body };
    }
    case 'forEachPage': {
      const { collect: _collect, carry: _carry, ...rest } = step;
      const result = keepResult(step, read, unread);
      const body = keepRead(step.do, read, unread);
      reads(...step.input.map((field) => field.value), step.walk?.startAt, step.walk?.limit);
      reads(...(result.carry ?? []).map((one) => one.from));
      return { ...rest, ...result, do: body };
    }
    case 'stop':
      return step;
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
    case 'sleep':
      return step;
    case 'poll':
      reads(step.until, ...step.call.input.map((field) => field.value));
      return step;
    case 'start':
      reads(step.input);
      return step;
    case 'checkpoint':
      reads(...step.values.map((field) => field.value));
      return step;
  }
}

/** What of a loop's results is read after it; what the others need is not read then. */
function keepResult(step: LoopPlan, read: Set<string>, unread: BindPlan[]): LoopResultPlan {
  const { collect, carry } = step;
  if (collect !== undefined && !read.has(collect.bind.name))
    unread.push({ kind: 'bind', name: step.name, place: step.place, bind: collect.bind, value: collect.value });
  const kept = collect !== undefined && read.has(collect.bind.name) ? { collect } : {};
  if (kept.collect !== undefined) namesRead(kept.collect.value, read);
  // A round reads what the one before left, whether or not anything is read after the loop.
  for (const one of carry ?? []) namesRead(one.next, read);
  return { ...kept, ...(carry !== undefined && { carry }) };
}
