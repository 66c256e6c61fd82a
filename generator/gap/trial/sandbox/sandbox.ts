import type { Limits, SandboxJob, SandboxReport } from './job.ts';
import { startWorker, type SandboxWorker } from './sandbox-worker.ts';

/** Runs files that nobody has to trust, one after the other. */
export interface Sandbox {
  /** Rejects only where the sandbox itself is at fault, or was disposed; what a file does is told by the report. */
  readonly run: (job: SandboxJob) => Promise<SandboxReport>;
  /** Starts the worker before the first job is there. */
  readonly start: () => void;
  readonly dispose: () => Promise<void>;
}

const LIMITS: Limits = { deadline: 500, total: 3_000, kill: 800, everything: false };

interface Task {
  readonly job: SandboxJob;
  readonly resolve: (report: SandboxReport) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A sandbox of one worker thread, started with the first job at the latest and again after a job that had to be killed. It keeps no process
 * alive: idle, it does not count, and `dispose` ends it.
 */
export function openSandbox(options: Partial<Limits> = {}): Sandbox {
  const limits = { ...LIMITS, ...options };
  const waiting: Task[] = [];
  let worker: SandboxWorker | undefined;
  let isBusy = false;
  let isDisposed = false;

  const pump = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      try {
        if (worker?.hasEnded() === true) worker = undefined;
        worker ??= startWorker(limits);
        const { report, isSpent } = await worker.run(task.job);
        if (isSpent) await end();
        // A job that was cut off says nothing of its file.
        if (isDisposed) task.reject(disposed());
        else task.resolve(report);
      } catch (error) {
        await end();
        task.reject(error instanceof Error ? error : new Error(String(error)));
      }
    }
    isBusy = false;
  };
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };

  return {
    run: (job) =>
      new Promise((resolve, reject) => {
        if (isDisposed) return reject(disposed());
        waiting.push({ job, resolve, reject });
        void pump();
      }),
    start: () => {
      if (!isDisposed) worker ??= startWorker(limits);
    },
    dispose: async () => {
      isDisposed = true;
      for (const task of waiting.splice(0)) task.reject(disposed());
      await end();
    },
  };
}

function disposed(): Error {
  return new Error('The sandbox was disposed');
}
