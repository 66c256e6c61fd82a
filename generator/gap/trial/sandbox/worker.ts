import { parentPort, workerData } from 'node:worker_threads';
import { engineModule } from './wasm.ts';
import type { SandboxJob, WorkerMessage, WorkerStart } from './job.ts';
import { readModules } from './modules.ts';
import { runJob } from './run-job.ts';
import type { Machinery } from './engine.ts';
import { machineFactory } from './virtual-machine.ts';

/** A VM that grew beyond it leaves memory behind that only the garbage collector gives back, some time. */
const GROWN = 16 * 2 ** 20;

// Node warns of `stripTypeScriptTypes` once a thread.
process.removeAllListeners('warning');

const { progress, limits }: WorkerStart = workerData;
const counter = new Int32Array(progress);
const open = machineFactory(makeMachinery());
const say = (message: WorkerMessage): void => parentPort?.postMessage(message, []);

parentPort?.on('message', (job: SandboxJob) => {
  void runJob(job, open, limits, () => Atomics.add(counter, 0, 1)).then(
    ({ report, size }) => say({ kind: 'report', report, grown: size > GROWN }),
    (error: unknown) => say({ kind: 'broken', message: error instanceof Error ? error.message : String(error) }),
  );
});
say({ kind: 'ready' });

function makeMachinery(): Machinery {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const call = readModules('call', new URL(`./guest/call.${extension}`, import.meta.url));
  const lockdown = readModules('lockdown', new URL(`./guest/lockdown.${extension}`, import.meta.url));
  const logic = readModules('logic', new URL(import.meta.resolve('@flowright/runtime/logic')));
  return {
    engine: engineModule(),
    modules: new Map([...call.modules, ...lockdown.modules, ...logic.modules]),
    call: call.entry,
    lockdown: lockdown.entry,
    logic: logic.entry,
  };
}
