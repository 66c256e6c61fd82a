import type { Json } from '../context/json.ts';

/** What a workflow remembers between its runs, by the name that the spec gives it. */
export type Checkpoint = Readonly<Record<string, Json>>;

/** The state keeps the values of a checkpoint under names that begin so; generated code writes them. */
export const CHECKPOINT_PREFIX = 'checkpoint.';

/** Under this name the state keeps the number of the run that began the refresh which later runs go on with. */
export const CYCLE_STATE = 'records.cycle';

/** The part of the state store that checkpoints are read from. */
interface StateNames {
  entries(workflow: string, tenant: string, prefix: string): readonly (readonly [name: string, value: Json])[];
}

export function hasCheckpoint(state: StateNames, workflow: string, tenant: string): boolean {
  return state.entries(workflow, tenant, CHECKPOINT_PREFIX).length > 0;
}

export function checkpointOf(state: StateNames, workflow: string, tenant: string): Checkpoint {
  return Object.fromEntries(
    state
      .entries(workflow, tenant, CHECKPOINT_PREFIX)
      .map(([name, value]) => [name.slice(CHECKPOINT_PREFIX.length), value]),
  );
}
