import { stripTypeScriptTypes } from 'node:module';
import type { JSValueHandle } from 'quickjs-wasi';
import type { Fault, Limits, Outcome, SandboxJob, SandboxReport, Stopped } from './job.ts';
import type { MachineOptions } from './engine.ts';
import type { Machine } from './virtual-machine.ts';
import { offsetIn } from './zone.ts';

export interface JobDone {
  readonly report: SandboxReport;
  /** Bytes that the VM's memory grew to. */
  readonly size: number;
}

/** Does a job in a fresh VM. `begin` is called before the file is loaded and before each call. */
export async function runJob(
  job: SandboxJob,
  open: (options: MachineOptions) => Promise<Machine>,
  limits: Limits,
  begin: () => void,
): Promise<JobDone> {
  const last = performance.now() + limits.total;
  let deadline = last;
  let isLate = false;
  let at = -1;
  const next = (): void => {
    deadline = Math.min(performance.now() + limits.deadline, last);
    begin();
  };
  const machine = await open({
    everything: limits.everything,
    clock: job.clock,
    offset: offsetIn(job.zone),
    isOver: () => (isLate ||= performance.now() > deadline),
  });
  const outcomes: Outcome[] = [];
  const done = (rest: Partial<SandboxReport>): JobDone => ({ report: { outcomes, ...rest }, size: machine.size() });

  try {
    next();
    const loaded = await loadBody(machine, job);
    if (isLate) return done({ stopped: { why: 'time', at } });
    if ('kind' in loaded) return done({ load: loaded });
    for (at = 0; at < job.inputs.length; at++) {
      next();
      outcomes.push(outcomeOf(machine.call(loaded.fill, job.inputs[at] ?? '')));
    }
    const ended = done({});
    // Who was late may have been stopped anywhere.
    if (!isLate) machine.end();
    return ended;
  } catch (error) {
    return done({ stopped: { why: isLate ? 'time' : reasonOf(error), at } });
  }
}

async function loadBody(machine: Machine, job: SandboxJob): Promise<Fault | { readonly fill: JSValueHandle }> {
  let text: string;
  try {
    text = withoutTypes(job.file);
  } catch (error) {
    return { kind: 'threw', what: shown(error) };
  }
  try {
    const loaded = await machine.load(text);
    if ('thrown' in loaded) return { kind: 'threw', what: machine.describe(loaded.thrown) };
    const fill = loaded.exports.getProp(job.functionName);
    return fill.isFunction ? { fill } : { kind: 'threw', what: `the file exports no function ${job.functionName}` };
  } catch (error) {
    // What is wrong with the text, or with its imports, is said before anything of it runs.
    if (error instanceof Error && /^(?:Syntax|Reference)?Error$/.test(error.name))
      return { kind: 'threw', what: shown(error) };
    throw error;
  }
}

/** A file is run several times, one time after the other: in other time zones, in another order. */
const stripped = new Map<string, string>();
const MOST_STRIPPED = 8;

function withoutTypes(file: string): string {
  const text = stripped.get(file) ?? stripTypeScriptTypes(file);
  if (stripped.size >= MOST_STRIPPED) stripped.clear();
  stripped.set(file, text);
  return text;
}

/**
 * Our functions in the VM catch all that a body can throw: what comes out nonetheless is the engine's own word. Its traps are
 * RuntimeErrors of WebAssembly, and a stack that V8 had to end is a RangeError.
 */
function reasonOf(error: unknown): Stopped['why'] {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError ? 'crashed' : 'memory';
}

function shown(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** What `guest/call.ts` says. */
function outcomeOf(said: string): Outcome {
  const what = said.slice(1);
  switch (said[0]) {
    case 'v':
      return { kind: 'value', json: what };
    case 'u':
      return { kind: 'unfit', what };
    case 't':
      return { kind: 'threw', what };
    default:
      throw new Error('The sandbox does not answer');
  }
}
