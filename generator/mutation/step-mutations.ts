import type { SpecPath } from '../diagnostics/place.ts';
import type { Step } from '../spec/types.ts';
import { deletion, unconditional } from './deletion.ts';
import type { Mutation } from './mutation.ts';
import { valueMutations } from './row-mutations.ts';

/** Steps, those within them, and what makes them conditional. */
export function* stepMutations(steps: readonly Step[], path: SpecPath, workflow: string): Generator<Mutation> {
  for (const [index, step] of steps.entries()) {
    const at = [...path, index];
    const name = `${stepName(step)} of ${workflow}`;
    yield deletion('guard' in step ? 'guard' : 'step', at, name);
    if ('set' in step) {
      yield* valueMutations(step.set, [...at, 'set'], name);
      yield* stepMutations(step.steps ?? [], [...at, 'steps'], workflow);
    }
    if ('when' in step && 'then' in step) {
      yield unconditional(at, step.then.length, `condition of ${name}`);
      yield* stepMutations(step.then, [...at, 'then'], workflow);
      yield* stepMutations(step.else ?? [], [...at, 'else'], workflow);
    }
    if ('call' in step && step.onError !== undefined) {
      yield deletion('errors', [...at, 'onError'], `onError of ${name}`);
      const rules = typeof step.onError === 'object' ? step.onError : [];
      for (const [rule, { do: cleanUp = [] }] of rules.entries()) {
        const where = [...at, 'onError', rule];
        if (rules.length > 1) yield deletion('errors', where, `a rule of onError of ${name}`);
        yield* stepMutations(cleanUp, [...where, 'do'], workflow);
      }
    }
    if ('forEach' in step) yield* stepMutations(step.do, [...at, 'do'], workflow);
  }
}

function stepName(step: Step): string {
  if ('guard' in step) return `guard '${step.guard.fail}'`;
  if (step.id !== undefined) return `step '${step.id}'`;
  if ('call' in step) return `call of ${step.call}`;
  if ('forEach' in step) return `loop over '${step.forEach}'`;
  if ('when' in step) return `branch '${step.when}'`;
  if ('save' in step) return `save of ${step.save}`;
  if ('remove' in step) return `remove of ${step.remove}`;
  if ('prune' in step) return `prune of ${step.prune}`;
  if ('start' in step) return `start of ${step.start}`;
  return ['respond', 'return', 'checkpoint', 'sleep', 'upsert'].find((word) => word in step) ?? 'step';
}
