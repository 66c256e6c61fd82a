import { EvalFlags, Intrinsics, QuickJS, type JSValueHandle } from 'quickjs-wasi';
import type { GuestModules } from './modules.ts';

const MEMORY_LIMIT = 64 * 2 ** 20;
/** The most that the engine takes; the worker's own stack is large enough for it. */
const STACK_LIMIT = 512 * 2 ** 10;
/** What bodies can be written with. `EVAL` and `PROMISE` are for loading modules; their globals are taken away. */
const NEEDED =
  Intrinsics.DATE |
  Intrinsics.EVAL |
  Intrinsics.REGEXP |
  Intrinsics.JSON |
  Intrinsics.MAP_SET |
  Intrinsics.PROMISE |
  Intrinsics.BIG_INT;
const BOOT = 'boot';
const BODY = 'gap';
const LOGIC = '@flowright/runtime/logic';

/** All that does not depend on the job. */
export interface Machinery {
  readonly engine: WebAssembly.Module;
  readonly modules: GuestModules;
  /** Names of modules. */
  readonly call: string;
  readonly lockdown: string;
  readonly logic: string;
}

export interface MachineOptions {
  readonly everything: boolean;
  readonly clock: number;
  /** Minutes behind UTC at a second since 1970. */
  readonly offset: (second: number) => number;
  readonly isOver: () => boolean;
}

/** A fresh VM with our functions in it, of which a body can reach none. */
export interface Machine {
  /** The exports of a body's file, or what it throws when it is loaded. */
  readonly load: (file: string) => Promise<{ readonly exports: JSValueHandle } | { readonly thrown: JSValueHandle }>;
  readonly call: (fill: JSValueHandle, input: string) => string;
  readonly describe: (thrown: JSValueHandle) => string;
  /** Bytes of the memory that it has grown to. */
  readonly size: () => number;
}

/** Throws what the engine throws; then the VM is not to be used any more. */
export async function openMachine(machinery: Machinery, options: MachineOptions): Promise<Machine> {
  let isBooting = true;
  let size = (): number => 0;
  const vm = await QuickJS.create({
    wasm: machinery.engine,
    memoryLimit: MEMORY_LIMIT,
    maxStackSize: STACK_LIMIT,
    interruptHandler: options.isOver,
    timezoneOffset: options.offset,
    intrinsics: options.everything ? Intrinsics.ALL : NEEDED,
    moduleLoader: {
      normalize: (from, specifier) => {
        if (isBooting && from === BOOT) return specifier;
        if (from === BODY && specifier === LOGIC) return machinery.logic;
        return machinery.modules.get(from)?.imports.get(specifier) ?? refuse(specifier);
      },
      load: (name) => machinery.modules.get(name)?.text ?? refuse(name),
    },
    wasi: (memory) => {
      size = () => memory.buffer.byteLength;
      return closedWorld(memory, options.clock);
    },
  });
  const boot = options.everything
    ? `export * from '${machinery.call}';`
    : `export * from '${machinery.call}'; import { lockdown } from '${machinery.lockdown}'; lockdown();`;
  const ours = await settled(vm, vm.evalCode(boot, BOOT, EvalFlags.TYPE_MODULE));
  if ('thrown' in ours) throw new Error(`The sandbox cannot be set up: ${ours.thrown.toString()}`);
  isBooting = false;
  const call = ours.exports.getProp('call');
  const describe = ours.exports.getProp('describe');
  const text = (fn: JSValueHandle, ...args: JSValueHandle[]): string =>
    vm.callFunction(fn, vm.undefined, ...args).consume((result) => (result.isString ? result.toString() : ''));
  return {
    load: async (file) => settled(vm, vm.evalCode(file, BODY, EvalFlags.TYPE_MODULE)),
    call: (fill, input) => vm.newString(input).consume((argument) => text(call, fill, argument)),
    describe: (thrown) => text(describe, thrown),
    size,
  };
}

/** A module's promise; without top-level `await` it is settled at once, and no job is ever run. */
async function settled(
  vm: QuickJS,
  promise: JSValueHandle,
): Promise<{ readonly exports: JSValueHandle } | { readonly thrown: JSValueHandle }> {
  if (promise.promiseState === 0) return { thrown: vm.newString('The file never finishes loading') };
  const result = await vm.resolvePromise(promise);
  return 'error' in result ? { thrown: result.error } : { exports: result.value };
}

function refuse(specifier: string): never {
  const error = new Error(`Nothing but ${LOGIC} can be imported, and not ${specifier.slice(0, 100)}`);
  // It goes into the VM as it is.
  error.stack = '';
  throw error;
}

/** A clock that stands, no chance, and nowhere to write to. */
function closedWorld(memory: WebAssembly.Memory, clock: number): Record<string, (...args: never[]) => number> {
  return {
    clock_time_get: (_id: number, _precision: bigint, result: number) => {
      new DataView(memory.buffer).setBigUint64(result, BigInt(clock) * 1_000_000n, true);
      return 0;
    },
    random_get: (start: number, length: number) => {
      new Uint8Array(memory.buffer, start, length).fill(clock % 251);
      return 0;
    },
    fd_write: () => BAD_FILE,
  };
}

/** WASI's errno `badf`. */
const BAD_FILE = 8;
