import { FatalError } from '../../context/errors.ts';
import type { RunRecord } from '../run.ts';
import type { Store } from './store.ts';

/** Makes a failed run an accepted one again, on `version`, without the failures that ended it. */
export async function reopenRun(
  store: Store,
  runId: string,
  version: string,
  owner: string,
  now: number,
): Promise<RunRecord> {
  const run = await store.commit.write(() => {
    const found = store.runs.find(runId);
    if (found?.status !== 'failed') return undefined;
    store.journal.forgetFailures(found.seq, found.error?.step);
    store.runs.reopen(runId, version, owner, now);
    return store.runs.find(runId);
  });
  if (run === undefined) throw new FatalError('not_found', `there is no failed run ${runId}`, { runId });
  return run;
}
