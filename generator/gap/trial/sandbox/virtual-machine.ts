import { EvalFlags, type JSValueHandle } from 'quickjs-wasi';
import {
  BODY,
  prepare,
  settled,
  start,
  type Engine,
  type MachineOptions,
  type Machinery,
  type Template,
} from './engine.ts';

const MOST_TEMPLATES = 4;
/** What the library keeps outside of the memory does not grow for ever. */
const MOST_MACHINES = 500;

/** A VM with our functions in it, of which a body can reach none; nothing of any body. */
export interface Machine {
  /** The exports of a body's file, or what it throws when it is loaded. */
  readonly load: (file: string) => Promise<{ readonly exports: JSValueHandle } | { readonly thrown: JSValueHandle }>;
  readonly call: (fill: JSValueHandle, input: string) => string;
  readonly describe: (thrown: JSValueHandle) => string;
  /** Bytes of the memory that it has grown to. */
  readonly size: () => number;
  /** It did all that it was to do, and nothing of it is needed any more. */
  readonly end: () => void;
}

/**
 * Opens machines, one at a time, each with a memory that begins as a copy of a prepared one: setting up a VM takes several times as
 * long as copying it. What begins with the clock, such as the seed of chance, is prepared for each clock. All that a machine is
 * stands in its memory, so that an engine whose machine ended well takes up another: its whole memory is written anew.
 */
export function machineFactory(machinery: Machinery): (options: MachineOptions) => Promise<Machine> {
  const templates = new Map<number, Promise<Template>>();
  const idle = new Map<number, Engine>();
  return async (options) => {
    const { clock, everything } = options;
    if (templates.size > MOST_TEMPLATES) {
      templates.clear();
      idle.clear();
    }
    const template = templates.get(clock) ?? prepare(machinery, clock, everything);
    templates.set(clock, template);
    const engine = idle.get(clock) ?? (await start(machinery, await template, options));
    idle.delete(clock);
    new Uint8Array(engine.memory.buffer).set(engine.image);
    engine.now = options;
    engine.machines += 1;
    return machineOf(engine, () => {
      const isAsBefore = engine.memory.buffer.byteLength === engine.image.byteLength;
      if (isAsBefore && engine.machines < MOST_MACHINES) idle.set(clock, engine);
    });
  };
}

/** Throws what the engine throws; then the machine is not to be used any more, and so after every other surprise. */
function machineOf({ vm, memory, call, describe }: Engine, end: () => void): Machine {
  const text = (fn: JSValueHandle, ...args: JSValueHandle[]): string =>
    vm.callFunction(fn, vm.undefined, ...args).consume((result) => (result.isString ? result.toString() : ''));
  return {
    load: async (file) => settled(vm, vm.evalCode(file, BODY, EvalFlags.TYPE_MODULE)),
    call: (fill, input) => vm.newString(input).consume((argument) => text(call, fill, argument)),
    describe: (thrown) => text(describe, thrown),
    size: () => memory.buffer.byteLength,
    end,
  };
}
