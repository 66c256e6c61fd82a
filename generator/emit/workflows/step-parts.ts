import type { Expression } from '../../expression/expression.ts';
import type { Binding, LoopResultPlan, StepPlan, WalkPlan } from '../../ir/step.ts';
import { namesIn } from '../expressions/index.ts';

/** The expressions of a step itself, without those of the steps within it. */
export function ownExpressions(step: StepPlan): readonly Expression[] {
  switch (step.kind) {
    case 'call':
      return [...step.input.map(({ value }) => value), ...walkExpressions(step.walk)];
    case 'forEachPage':
      return [...step.input.map(({ value }) => value), ...walkExpressions(step.walk), ...resultExpressions(step)];
    case 'stop':
      return [];
    case 'bind':
    case 'set':
    case 'return':
      return [step.value];
    case 'save':
      return [step.records];
    case 'remove':
      return [step.ids];
    case 'poll':
      return [step.until, ...step.call.input.map(({ value }) => value)];
    case 'start':
      return step.input === undefined ? [] : [step.input];
    case 'prune':
    case 'clear':
    case 'sleep':
      return [];
    case 'guard':
      return [step.fails, step.message, ...(step.details === undefined ? [] : [step.details])];
    case 'when':
      return [step.test];
    case 'forEach':
      return [step.in, ...(step.key === undefined ? [] : [step.key]), ...resultExpressions(step)];
    case 'respond':
      return [...step.headers.map(({ value }) => value), ...(step.body === undefined ? [] : [step.body])];
    case 'checkpoint':
      return step.values.map(({ value }) => value);
  }
}

function walkExpressions({ startAt, limit }: WalkPlan = {}): readonly Expression[] {
  return [startAt, limit].filter((one) => one !== undefined);
}

/** Every carried value is read: a state that no round reads is still handed on. */
function resultExpressions({ collect, carry = [] }: LoopResultPlan): readonly Expression[] {
  return [...(collect === undefined ? [] : [collect.value]), ...carry.flatMap(({ from, next }) => [from, next])];
}

/** Whether a step within leaves the loop over this variable from a loop within it. */
export function stopsOuter(steps: readonly StepPlan[], variable: string): boolean {
  return steps.some(
    (step) => (step.kind === 'stop' && step.loop === variable) || stopsOuter(innerSteps(step), variable),
  );
}

/** The steps within a step. */
export function innerSteps(step: StepPlan): readonly StepPlan[] {
  switch (step.kind) {
    case 'when':
      return [...step.then, ...step.else];
    case 'forEach':
    case 'forEachPage':
      return step.do;
    case 'set':
      return step.steps;
    case 'call':
      return (step.onError ?? []).flatMap((rule) => rule.do);
    default:
      return [];
  }
}

/** Every name that the expressions of these steps use, at any depth. */
export function namesRead(steps: readonly StepPlan[], into = new Set<string>()): Set<string> {
  for (const step of steps) {
    for (const expression of ownExpressions(step)) namesIn(expression, into);
    namesRead(innerSteps(step), into);
  }
  return into;
}

const JOURNALLED: ReadonlySet<StepPlan['kind']> = new Set([
  'call',
  'clear',
  'forEachPage',
  'poll',
  'prune',
  'remove',
  'save',
  'sleep',
  'start',
]);

/** Whether a step within has a name in the journal, which then has to say in which round of a loop it ran. */
export function isJournalled(steps: readonly StepPlan[]): boolean {
  return steps.some((step) => JOURNALLED.has(step.kind) || isJournalled(innerSteps(step)));
}

/** What the branches bind for steps behind them, each once. Loops keep what they bind to themselves. */
export function hoistedBindings(steps: readonly StepPlan[]): readonly Binding[] {
  const found = new Map<string, Binding>();
  for (const step of steps) {
    for (const bind of bindingsOf(step)) if (bind.hoisted) found.set(bind.name, bind);
    if (step.kind === 'when') for (const binding of hoistedBindings(innerSteps(step))) found.set(binding.name, binding);
  }
  return [...found.values()];
}

function bindingsOf(step: StepPlan): readonly Binding[] {
  const bind = 'bind' in step ? step.bind : 'collect' in step ? step.collect?.bind : undefined;
  const last = step.kind === 'call' ? step.lastPage : undefined;
  return [bind, last].filter((one) => one !== undefined);
}

/** Whether some step ends the run with a value. */
export function returns(steps: readonly StepPlan[]): boolean {
  return steps.some((step) => step.kind === 'return' || returns(innerSteps(step)));
}

/** Whether the code of these steps needs the step context. */
export function usesContext(steps: readonly StepPlan[]): boolean {
  return steps.some((step) => {
    const isPlain =
      step.kind === 'bind' ||
      step.kind === 'guard' ||
      step.kind === 'return' ||
      step.kind === 'when' ||
      (step.kind === 'forEach' && step.concurrency === 1 && step.onError === 'fail');
    return !isPlain || usesContext(innerSteps(step));
  });
}
