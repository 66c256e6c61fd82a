import { EvalFlags, Intrinsics, QuickJS, type JSValueHandle, type Snapshot } from 'quickjs-wasi';
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
const MOST_TEMPLATES = 4;
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

/** A VM with our functions in it, of which a body can reach none; nothing of any body. */
export interface Machine {
  /** The exports of a body's file, or what it throws when it is loaded. */
  readonly load: (file: string) => Promise<{ readonly exports: JSValueHandle } | { readonly thrown: JSValueHandle }>;
  readonly call: (fill: JSValueHandle, input: string) => string;
  readonly describe: (thrown: JSValueHandle) => string;
  /** Bytes of the memory that it has grown to. */
  readonly size: () => number;
}

/** The memory of a VM before any body, and where our functions are in it. */
interface Template {
  readonly snapshot: Snapshot;
  readonly call: number;
  readonly describe: number;
}

/**
 * Opens machines, each with a memory of its own that begins as a copy of a prepared one: setting up a VM takes several times as
 * long as copying it. What begins with the clock, such as the seed of chance, is prepared for each clock.
 */
export function machineFactory(machinery: Machinery): (options: MachineOptions) => Promise<Machine> {
  const templates = new Map<number, Promise<Template>>();
  return async (options) => {
    const { clock, everything } = options;
    if (templates.size > MOST_TEMPLATES) templates.clear();
    const template = templates.get(clock) ?? prepare(machinery, clock, everything);
    templates.set(clock, template);
    return copy(machinery, await template, options);
  };
}

async function prepare(machinery: Machinery, clock: number, everything: boolean): Promise<Template> {
  const vm = await QuickJS.create({
    wasm: machinery.engine,
    memoryLimit: MEMORY_LIMIT,
    maxStackSize: STACK_LIMIT,
    timezoneOffset: 0,
    intrinsics: everything ? Intrinsics.ALL : NEEDED,
    moduleLoader: {
      normalize: (from, specifier) => (from === BOOT ? specifier : importOf(machinery, from, specifier)),
      load: (name) => textOf(machinery, name),
    },
    wasi: (memory) => closedWorld(memory, clock),
  });
  const { call, logic, lockdown } = machinery;
  const lock = everything ? '' : `import { lockdown } from '${lockdown}'; lockdown();`;
  const ours = await settled(
    vm,
    vm.evalCode(`export * from '${call}'; import '${logic}'; ${lock}`, BOOT, EvalFlags.TYPE_MODULE),
  );
  if ('thrown' in ours) throw new Error(`The sandbox cannot be set up: ${ours.thrown.toString()}`);
  const [callToken, describeToken] = ['call', 'describe'].map((name) => vm.exportHandle(ours.exports.getProp(name)));
  const template = { snapshot: vm.snapshot(), call: callToken ?? 0, describe: describeToken ?? 0 };
  vm.dispose();
  return template;
}

/** Throws what the engine throws; then the machine is not to be used any more, and so after every other surprise. */
async function copy(machinery: Machinery, template: Template, options: MachineOptions): Promise<Machine> {
  let size = (): number => 0;
  const vm = await QuickJS.restore(template.snapshot, {
    wasm: machinery.engine,
    memoryLimit: MEMORY_LIMIT,
    maxStackSize: STACK_LIMIT,
    interruptHandler: options.isOver,
    timezoneOffset: options.offset,
    moduleLoader: {
      normalize: (from, specifier) =>
        from === BODY && specifier === LOGIC ? machinery.logic : importOf(machinery, from, specifier),
      load: (name) => textOf(machinery, name),
    },
    wasi: (memory) => {
      size = () => memory.buffer.byteLength;
      return closedWorld(memory, options.clock);
    },
  });
  const call = vm.importHandle(template.call);
  const describe = vm.importHandle(template.describe);
  const text = (fn: JSValueHandle, ...args: JSValueHandle[]): string =>
    vm.callFunction(fn, vm.undefined, ...args).consume((result) => (result.isString ? result.toString() : ''));
  return {
    load: async (file) => settled(vm, vm.evalCode(file, BODY, EvalFlags.TYPE_MODULE)),
    call: (fill, input) => vm.newString(input).consume((argument) => text(call, fill, argument)),
    describe: (thrown) => text(describe, thrown),
    size,
  };
}

/** What a module of ours imports; no other module imports anything. */
function importOf({ modules }: Machinery, from: string, specifier: string): string {
  return modules.get(from)?.imports.get(specifier) ?? refuse(specifier);
}

function textOf({ modules }: Machinery, name: string): string {
  return modules.get(name)?.text ?? refuse(name);
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
