import { Worker } from 'node:worker_threads';
import type { Limits, SandboxJob, SandboxReport, WorkerMessage, WorkerStart } from './job.ts';

/** A worker thread that does one job at a time. */
export interface SandboxWorker {
  /** Rejects where the worker cannot work at all. `isSpent`: the next job needs another worker. */
  readonly run: (job: SandboxJob) => Promise<JobEnd>;
  readonly terminate: () => Promise<unknown>;
  /** It broke down after its last job. */
  readonly hasEnded: () => boolean;
}

interface JobEnd {
  readonly report: SandboxReport;
  readonly isSpent: boolean;
}

const WATCH_EVERY = 50;
/** Of the worker's own JavaScript, which is small; its stack holds the engine's calls. */
const RESOURCES = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 16 };
/** What `runJob` counts before the first call: the loading of the file. */
const BEFORE_CALLS = 1;

/** Starts the thread; it does not keep the process alive but while it has a job. */
export function startWorker(limits: Limits): SandboxWorker {
  const counter = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const start: WorkerStart = { progress: counter.buffer, limits };
  // The file beside this one, as it is here: `rewriteRelativeImportExtensions` knows nothing of URLs.
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  // Loaders of this process are not needed there: Node strips types itself.
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: start,
    execArgv: [],
    env: {},
    resourceLimits: RESOURCES,
  });
  worker.unref();
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The sandbox ended before it began')));
    // Without a listener, what goes wrong between two jobs would end this process.
    worker.on('error', () => undefined);
  });
  // It is awaited with the first job; nobody might ask for one.
  ready.catch(() => undefined);

  let ended = false;
  worker.once('exit', () => (ended = true));
  const run = async (job: SandboxJob): Promise<JobEnd> => {
    worker.ref();
    try {
      await ready;
      return await work(worker, counter, limits, job);
    } finally {
      worker.unref();
    }
  };
  return { run, terminate: async () => worker.terminate(), hasEnded: () => ended };
}

/** Sends a job and waits for its report, for the thread's end, or for too long without any progress. */
async function work(worker: Worker, counter: Int32Array, limits: Limits, job: SandboxJob): Promise<JobEnd> {
  const before = Atomics.load(counter, 0);
  const at = (): number => Atomics.load(counter, 0) - before - BEFORE_CALLS - 1;
  const { promise, resolve, reject } = Promise.withResolvers<JobEnd>();
  const lost = (why: 'killed' | 'crashed'): void =>
    resolve({ report: { outcomes: [], stopped: { why, at: Math.max(at(), -1) } }, isSpent: true });
  const onMessage = (message: WorkerMessage): void => {
    if (message.kind === 'report') {
      const { report, grown } = message;
      // A VM that heeded its deadline and is small is as good as one that ended by itself.
      resolve({ report, isSpent: grown || (report.stopped !== undefined && report.stopped.why !== 'time') });
    } else if (message.kind === 'broken') reject(new Error(message.message));
  };
  const onEnd = (): void => lost('crashed');
  let seen = at();
  let since = performance.now();
  const watch = setInterval(() => {
    if (at() !== seen) [seen, since] = [at(), performance.now()];
    // What it may have said while this thread was busy is heard first.
    else if (performance.now() - since > limits.kill) setImmediate(() => lost('killed'));
  }, WATCH_EVERY);
  worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
  worker.postMessage(job, []);
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
  }
}
