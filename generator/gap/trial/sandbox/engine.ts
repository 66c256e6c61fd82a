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
const BOOT = 'boot';
/** The name of a body's module. */
export const BODY = 'gap';
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

/** What a machine is given from outside. */
export interface MachineOptions {
  readonly everything: boolean;
  readonly clock: number;
  /** Minutes behind UTC at a second since 1970. */
  readonly offset: (second: number) => number;
  readonly isOver: () => boolean;
}

/** The memory of a VM before any body, and where our functions are in it. */
export interface Template {
  readonly snapshot: Snapshot;
  readonly call: number;
  readonly describe: number;
}

/** An engine at work, and the memory with which each of its machines begins. */
export interface Engine {
  readonly vm: QuickJS;
  readonly memory: WebAssembly.Memory;
  readonly image: Uint8Array;
  readonly call: JSValueHandle;
  readonly describe: JSValueHandle;
  /** Of the machine that it is now. */
  now: MachineOptions;
  machines: number;
}

/** Sets up a VM with our functions in it. */
export async function prepare(machinery: Machinery, clock: number, everything: boolean): Promise<Template> {
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

/** An engine with a copy of a prepared memory. */
export async function start(machinery: Machinery, template: Template, options: MachineOptions): Promise<Engine> {
  const engine: { now: MachineOptions; memory?: WebAssembly.Memory } = { now: options };
  const vm = await QuickJS.restore(template.snapshot, {
    wasm: machinery.engine,
    memoryLimit: MEMORY_LIMIT,
    maxStackSize: STACK_LIMIT,
    interruptHandler: () => engine.now.isOver(),
    timezoneOffset: (second: number) => engine.now.offset(second),
    moduleLoader: {
      normalize: (from, specifier) =>
        from === BODY && specifier === LOGIC ? machinery.logic : importOf(machinery, from, specifier),
      load: (name) => textOf(machinery, name),
    },
    wasi: (memory) => {
      engine.memory = memory;
      return closedWorld(memory, options.clock);
    },
  });
  if (engine.memory === undefined) throw new Error('The engine has no memory');
  const { memory } = engine;
  const handles = { call: vm.importHandle(template.call), describe: vm.importHandle(template.describe) };
  // It is made when it is first read, and then has its place in the memory, too.
  if (!vm.undefined.isUndefined) throw new Error('The engine cannot be used');
  const image = new Uint8Array(memory.buffer).slice();
  return Object.assign(engine, { vm, memory, image, ...handles, machines: 0 });
}

/** What a module of ours imports; no other module imports anything. */
function importOf({ modules }: Machinery, from: string, specifier: string): string {
  return modules.get(from)?.imports.get(specifier) ?? refuse(specifier);
}

function textOf({ modules }: Machinery, name: string): string {
  return modules.get(name)?.text ?? refuse(name);
}

/** A module's promise; without top-level `await` it is settled at once, and no job is ever run. */
export async function settled(
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
    random_get: (from: number, length: number) => {
      new Uint8Array(memory.buffer, from, length).fill(clock % 251);
      return 0;
    },
    fd_write: () => BAD_FILE,
  };
}

/** WASI's errno `badf`. */
const BAD_FILE = 8;
