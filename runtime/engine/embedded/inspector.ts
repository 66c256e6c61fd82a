import type { Clock } from '../clock.ts';
import type { RunInspector, RunOutcome } from '../engine.ts';
import type { Store } from './store.ts';

/** Looks at runs and forgets old ones; reads see what is committed. */
export function createInspector(store: Store, clock: Clock) {
  return {
    list: (filter = {}) => store.runs.list(filter),
    show(runId) {
      const run = store.runs.find(runId);
      return run === undefined ? undefined : { ...run, journal: store.journal.of(run.seq) };
    },
    async prune({ completedOlderThanMs, failedOlderThanMs }) {
      const now = clock.now();
      return store.commit.write(() => {
        store.dedupe.prune(now);
        store.schedules.prune(now - completedOlderThanMs);
        const completed = store.runs.prune('completed', now - completedOlderThanMs, now);
        return failedOlderThanMs === undefined ? completed : completed + store.runs.prune('failed', now - failedOlderThanMs, now);
      });
    },
    /** How a run stands on disk. A run that is not there was pruned: it is over, and says no more. */
    outcome(runId: string): RunOutcome {
      const run = store.runs.find(runId);
      if (run?.reply !== undefined) return { kind: 'replied', reply: run.reply };
      if (run === undefined || run.status === 'completed') return { kind: 'completed' };
      if (run.status === 'failed') return { kind: 'failed', failure: run.error ?? { code: 'internal', message: 'the run failed' } };
      return { kind: 'pending' };
    },
  } satisfies Omit<RunInspector, 'retry'> & { outcome(runId: string): RunOutcome };
}

