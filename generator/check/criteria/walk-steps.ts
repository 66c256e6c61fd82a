import type { Step, Workflow } from '../../spec/types.ts';

/** The endpoints that steps call, and the codes with which their guards fail. */
export interface StepNames {
  readonly endpoints: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** The models of which steps save, remove or prune records. */
  readonly models: ReadonlySet<string>;
  /** Whether a step returns something. */
  readonly returns: boolean;
}

/** `workflows`: those that a start step can start, whose steps count, too. */
export function namesIn(
  steps: readonly Step[],
  workflows: Readonly<Record<string, Pick<Workflow, 'steps'>>> = {},
): StepNames {
  const endpoints = new Set<string>();
  const codes = new Set<string>();
  const models = new Set<string>();
  let returns = false;
  const own = new Set(every(steps));
  for (const step of every([...steps, ...startedSteps(steps, workflows)])) {
    if ('call' in step) endpoints.add(step.call);
    if ('poll' in step) {
      endpoints.add(step.poll.call);
      codes.add(step.poll.fail ?? 'timeout');
    }
    if ('upsert' in step) for (const { call } of Object.values(step.upsert)) endpoints.add(call);
    if ('return' in step && own.has(step)) returns = true;
    if ('save' in step) models.add(step.save);
    if ('remove' in step) models.add(step.remove);
    if ('prune' in step) models.add(step.prune);
    if ('guard' in step) codes.add(step.guard.fail);
    if ('forEach' in step && step.pages !== undefined) endpoints.add(step.pages.call);
  }
  return { endpoints, codes, models, returns };
}

/** The steps of all workflows that these steps start, and that those start. */
function startedSteps(
  steps: readonly Step[],
  workflows: Readonly<Record<string, Pick<Workflow, 'steps'>>>,
): readonly Step[] {
  const started = new Set<string>();
  const follow = (some: readonly Step[]): void => {
    for (const step of every(some)) {
      if (!('start' in step) || started.has(step.start)) continue;
      started.add(step.start);
      if (Object.hasOwn(workflows, step.start)) follow(workflows[step.start]?.steps ?? []);
    }
  };
  follow(steps);
  return [...started].flatMap((id) => (Object.hasOwn(workflows, id) ? (workflows[id]?.steps ?? []) : []));
}

function* every(steps: readonly Step[]): Generator<Step> {
  for (const step of steps) {
    yield step;
    if ('when' in step && 'then' in step) yield* every([...step.then, ...(step.else ?? [])]);
    if ('call' in step && typeof step.onError === 'object') yield* every(step.onError.flatMap((rule) => rule.do ?? []));
    if ('forEach' in step) yield* every(step.do);
    if ('set' in step) yield* every(step.steps ?? []);
  }
}
