import { FatalError } from '../../context/errors.ts';
import { readPath } from '../../http/read-path.ts';
import { CHECKPOINT_PREFIX, CYCLE_STATE, type Checkpoint } from '../checkpoint.ts';
import { encode } from '../encode.ts';
import type { Host } from './host.ts';

interface Owner {
  readonly workflow: string;
  readonly tenant: string;
}

/** Belongs to no run, so that every run may prune what was put here, but for one that goes on from a checkpoint. */
const NO_CYCLE = 0;

/** Records as if earlier runs of the workflow had saved them. */
export async function putRecords<Clients>(
  { integration, redactor, store, clock }: Host<Clients>,
  { workflow, tenant }: Owner,
  model: string,
  records: readonly unknown[],
): Promise<void> {
  const path = integration.records?.[model]?.id;
  if (path === undefined) throw new FatalError('not_found', `${integration.name} keeps no records of '${model}'`);
  const writes = records.map((record) => {
    const value = encode(record, `a record of ${model}`, redactor)?.value ?? null;
    return { id: String(readPath(value, path)), value };
  });
  const at = clock.now();
  await store.commit.write(() => store.records.save({ workflow, tenant, cycle: NO_CYCLE, at }, model, writes));
}

/** What a workflow is to remember; its next run goes on with the refresh of the records that were put. */
export async function putCheckpoint<Clients>(
  { redactor, store }: Host<Clients>,
  { workflow, tenant }: Owner,
  checkpoint: Checkpoint,
): Promise<void> {
  await store.commit.write(() => {
    for (const [name, value] of Object.entries(checkpoint)) {
      const kept = encode(value, `the checkpoint '${name}' of the workflow '${workflow}'`, redactor);
      if (kept !== undefined) store.state.set(workflow, tenant, `${CHECKPOINT_PREFIX}${name}`, kept.text);
    }
    if (Object.keys(checkpoint).length > 0) store.state.set(workflow, tenant, CYCLE_STATE, String(NO_CYCLE));
  });
}
