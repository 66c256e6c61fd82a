import { randomUUID } from 'node:crypto';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { RunInspector } from '../engine.ts';
import { createInspector } from './inspector.ts';
import { reopenRun } from './reopen-run.ts';
import { openStore } from './store.ts';

/** The version of a run that was retried by one who does not know the code: it runs on whatever code takes it up. */
export const ANY_VERSION = '*';

/**
 * Opens the runs of a database without running anything: for the command line. A retried run is taken up by the engine
 * that works on the database within seconds, or by the next one that starts.
 */
export function openInspector(file: string, clock: Clock = systemClock): RunInspector & { close(): void } {
  // A command that the disk keeps waiting is one that the user sees waiting.
  const store = openStore(file, () => undefined);
  return {
    ...createInspector(store, clock),
    async retry(runId) {
      // A process that is listed and holds no lock counts as dead, so that its runs are adopted.
      const nobody = randomUUID();
      await store.commit.write(() => store.processes.add(nobody, clock.now()));
      await reopenRun(store, runId, ANY_VERSION, nobody, clock.now());
    },
    close: () => store.close(),
  };
}
