import type { Json } from '../../context/json.ts';
import { checkpointOf } from '../checkpoint.ts';
import type { Clock } from '../clock.ts';
import type { RunInspector, RunOutcome } from '../engine.ts';
import { DEFAULT_TENANT } from './options.ts';
import type { Store } from './store.ts';

/** Runs that one write forgets; others must not wait long behind it. */
const PRUNE_BATCH = 500;

/** How a run ended well, with what it returned. */
export function completed(result: Json | undefined): Extract<RunOutcome, { kind: 'completed' }> {
  return { kind: 'completed', ...(result !== undefined && { result }) };
}

/** Looks at runs and forgets old ones; reads see what is committed. */
export function createInspector(store: Store, clock: Clock) {
  return {
    list: (filter = {}) => store.runs.list(filter),
    show(runId) {
      const run = store.runs.find(runId);
      return run === undefined ? undefined : { ...run, journal: store.journal.of(run.seq) };
    },
    records: (filter = {}) => store.records.list(filter),
    checkpoint: (workflow, tenant = DEFAULT_TENANT) => checkpointOf(store.state, workflow, tenant),
    async prune({ completedOlderThanMs, failedOlderThanMs }) {
      const now = clock.now();
      await store.commit.write(() => {
        store.dedupe.prune(now);
        store.schedules.prune(now - completedOlderThanMs);
      });
      const ages = [
        ['completed', completedOlderThanMs] as const,
        ...(failedOlderThanMs === undefined ? [] : [['failed', failedOlderThanMs] as const]),
      ];
      let pruned = 0;
      for (const [status, age] of ages) {
        for (let gone = PRUNE_BATCH; gone === PRUNE_BATCH; pruned += gone) {
          gone = await store.commit.write(() => store.runs.prune(status, now - age, now, PRUNE_BATCH));
        }
      }
      return pruned;
    },
    /** How a run stands on disk. A run that is not there was pruned: it is over, and says no more. */
    outcome(runId: string): RunOutcome {
      const run = store.runs.find(runId);
      if (run?.reply !== undefined) return { kind: 'replied', reply: run.reply };
      if (run === undefined || run.status === 'completed') return completed(run?.result);
      if (run.status === 'failed')
        return { kind: 'failed', failure: run.error ?? { code: 'internal', message: 'the run failed' } };
      return { kind: 'pending' };
    },
  } satisfies Omit<RunInspector, 'retry'> & { outcome(runId: string): RunOutcome };
}
