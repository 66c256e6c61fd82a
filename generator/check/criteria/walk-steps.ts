import type { Step } from '../../spec/types.ts';

/** The endpoints that steps call, and the codes with which their guards fail. */
export interface StepNames {
  readonly endpoints: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** The models of which steps save, remove or prune records. */
  readonly models: ReadonlySet<string>;
  /** Whether a step returns something. */
  readonly returns: boolean;
}

export function namesIn(steps: readonly Step[]): StepNames {
  const endpoints = new Set<string>();
  const codes = new Set<string>();
  const models = new Set<string>();
  let returns = false;
  for (const step of every(steps)) {
    if ('call' in step) endpoints.add(step.call);
    if ('return' in step) returns = true;
    if ('save' in step) models.add(step.save);
    if ('remove' in step) models.add(step.remove);
    if ('prune' in step) models.add(step.prune);
    if ('guard' in step) codes.add(step.guard.fail);
    if ('forEach' in step && step.pages !== undefined) endpoints.add(step.pages.call);
  }
  return { endpoints, codes, models, returns };
}

function* every(steps: readonly Step[]): Generator<Step> {
  for (const step of steps) {
    yield step;
    if ('when' in step && 'then' in step) yield* every([...step.then, ...(step.else ?? [])]);
    if ('forEach' in step) yield* every(step.do);
    if ('set' in step) yield* every(step.steps ?? []);
  }
}
