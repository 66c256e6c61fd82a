/** A body that does all the harm it can, as no static check would let it. */
export interface Bomb {
  readonly name: string;
  /** Of the function `f(input)`. */
  readonly body: string;
  /** Beside the function. */
  readonly around?: string;
}

const bomb = (name: string, body: string, around?: string): Bomb =>
  around === undefined ? { name, body } : { name, body, around };

/** Bodies that never end, or not before everybody has left. */
const TIME: readonly Bomb[] = [
  bomb('endless while', 'while (true) {}'),
  bomb('endless for, in a try', 'for (;;) { try { while (true) {} } catch {} finally { continue; } }'),
  bomb('endless loop at load', 'return 1;', 'while (true) {}'),
  bomb('exponential regular expression', "return /^(a+)+$/.test('a'.repeat(60) + 'b');"),
  bomb('polynomial regular expression', "return /a*a*a*a*a*a*a*a*b/.test('a'.repeat(2000));"),
  bomb('regular expression with lookbehind', "return /(?<=(a|aa)+)c/.test('a'.repeat(200));"),
  bomb('endless replace callback', "return 'aaa'.replace(/a/g, () => { while (true) {} });"),
  bomb('endless sort comparison', 'return [3, 2, 1].sort(() => { while (true) {} });'),
  bomb(
    'sort of millions',
    'return Array.from({ length: 1e6 }, (_, i) => (i * 7919) % 1e6).sort((a, b) => { let s = 0; for (let i = 0; i < 1e3; i++) s += i; return a - b; });',
  ),
  bomb(
    'endless generator',
    'function* forever() { while (true) yield 1; } for (const one of forever()) if (one === 2) return 1;',
  ),
  bomb(
    'endless iterator spread',
    'return [...{ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 0 }) }) }];',
  ),
  bomb(
    'endless iterator destructured',
    'const [...all] = { [Symbol.iterator]: () => ({ next: () => ({ value: {} }) }) }; return all;',
  ),
  bomb('sparse array searched', 'return Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);'),
  bomb('sparse array reduced', 'return Array.prototype.reduce.call({ length: 2 ** 53 - 1, 0: 1 }, (a) => a);'),
  bomb('sparse array filled', 'return Array.prototype.fill.call({ length: 2 ** 53 - 1 }, 1);'),
  bomb('sparse array reversed', 'const a = []; a.length = 4294967295; a[0] = 1; return a.reverse()[0];'),
  bomb('sparse array joined', 'const a = []; a.length = 4294967295; return a.join().length;'),
  bomb('fibonacci', 'const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)); return fib(60);'),
  bomb('BigInt power', 'let n = 3n; for (;;) n = n * n;'),
  bomb('BigInt power at once', 'return String((7n ** 20000000n) % 10n);'),
  bomb(
    'endless string search',
    "const s = 'a'.repeat(5e6); let n = 0; for (;;) n += s.indexOf('a'.repeat(2e6) + 'b');",
  ),
];

/** Bodies that want all the memory. */
const MEMORY: readonly Bomb[] = [
  bomb('heap', 'const all = []; for (;;) all.push({ a: all.length, b: [all.length] });'),
  bomb('linked list', 'let node = null; for (;;) node = { node };'),
  bomb('string doubling', "let s = 'x'; for (;;) s += s;"),
  bomb('string repeat', "return 'x'.repeat(2 ** 30 - 1);"),
  bomb('string pad', "return 'x'.padEnd(2 ** 30 - 1, 'abc').length;"),
  bomb('string join', "return Array(1e6).fill('x'.repeat(1e5)).join('');"),
  bomb('string replace growth', "let s = 'aa'; for (;;) s = s.replaceAll('a', 'aaaa');"),
  bomb('ArrayBuffer', 'const all = []; for (;;) all.push(new ArrayBuffer(2 ** 24));'),
  bomb('ArrayBuffer at once', 'return new ArrayBuffer(2 ** 31 - 1).byteLength;'),
  bomb('typed array', 'const all = []; for (;;) all.push(new Float64Array(2 ** 20).fill(1));'),
  bomb('BigInt shift', 'return String(1n << 2n ** 30n);'),
  bomb('Array constructor', 'const all = []; for (;;) all.push(new Array(1e6).fill(0));'),
  bomb('flat', 'let a = [1, 2, 3, 4]; for (;;) a = [a, a].flat(Infinity);'),
  bomb('Map', 'const m = new Map(); for (let i = 0; ; i++) m.set(`key${i}`, { i });'),
  bomb('Set', 'const s = new Set(); for (let i = 0; ; i++) s.add(i);'),
  bomb(
    'WeakMap',
    'const w = new WeakMap(); const keep = []; for (;;) { const k = {}; keep.push(k); w.set(k, new Array(100)); }',
  ),
  bomb('Symbol', 'const o = {}; for (let i = 0; ; i++) o[Symbol(String(i))] = i;'),
  bomb('closures', 'let f = () => 0; for (;;) { const g = f; f = () => g; }'),
  bomb('error stacks', 'const all = []; for (;;) all.push(new Error("x".repeat(1000)));'),
  bomb('JSON.stringify', 'let o = []; for (let i = 0; i < 40; i++) o = [o, o]; return JSON.stringify(o).length;'),
  bomb('JSON.parse', "return JSON.parse('['.repeat(2e6) + ']'.repeat(2e6));"),
  bomb('regular expression source', "return new RegExp('(a{1,1000}){1,1000}'.repeat(1000)).test('a');"),
  bomb('split', "const s = 'x,'.repeat(1e6); const all = []; for (;;) all.push(s.split(','));"),
  bomb('eval of a giant', "return eval('1' + '+1'.repeat(1e7));"),
];

/** Bodies that exhaust the stack, and live on. */
const STACK: readonly Bomb[] = [
  bomb('recursion', 'const r = () => r() + 1; return r();'),
  bomb('recursion in catch', 'const r = () => { try { return r(); } catch { return r(); } }; return r();'),
  bomb('recursion in finally', 'const r = () => { try { r(); } finally { r(); } }; return r();'),
  bomb('recursion by getter', 'const o = { get a() { return this.a; } }; return o.a;'),
  bomb('recursion by toString', 'const o = { toString() { return `${this}`; } }; return `${o}`;'),
  bomb('recursion by proxy', 'const p = new Proxy({}, { get: (t, k, r) => r[k] }); return p.x;'),
  bomb('recursion by proxy chain', 'let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x;'),
  bomb('recursion by sort', 'const r = () => [2, 1].sort(r); return r();'),
  bomb('recursion by replace', "const r = () => 'a'.replace(/a/, r); return r();"),
  bomb('recursion by JSON.parse reviver', "const r = () => JSON.parse('[1]', r); return r();"),
  bomb('recursion by bound functions', 'let f = () => 1; for (let i = 0; i < 1e5; i++) f = f.bind(null); return f();'),
  bomb('nested expression', "return eval('('.repeat(1e5) + ')'.repeat(1e5));"),
  bomb('nested regular expression', "return new RegExp('('.repeat(1e5) + ')'.repeat(1e5)).test('');"),
  bomb('deep array to text', 'let a = []; for (let i = 0; i < 1e6; i++) a = [a]; return String(a);'),
  bomb('deep chain freed', 'let a = null; for (let i = 0; i < 3e5; i++) a = { a }; a = null; return 1;'),
];

/** Jobs that would run after the call. */
const LATER: readonly Bomb[] = [
  bomb('microtasks for ever', 'const again = () => Promise.resolve().then(again); again(); return 1;'),
  bomb('microtasks at load', 'return 1;', 'const again = () => Promise.resolve().then(again); again();'),
  bomb('promise that never settles', 'return new Promise(() => {});'),
  bomb('awaited for ever', 'return 1;', 'await new Promise(() => {});'),
  bomb('thenable', 'return { then(done) { while (true) {} } };'),
  bomb('dynamic import', "import('node:fs').then((fs) => fs.writeFileSync('/tmp/escaped', '')); return 1;"),
  bomb('queued microtasks', 'const again = () => queueMicrotask(again); again(); while (true) {}'),
  bomb(
    'finalizers',
    'const r = new FinalizationRegistry(() => { while (true) {} }); for (let i = 0; i < 1e5; i++) r.register({}, i); return 1;',
  ),
];

/** Values that are thrown at whoever looks at them. */
const THROWN: readonly Bomb[] = [
  bomb('throws null', 'throw null;'),
  bomb('throws undefined', 'throw undefined;'),
  bomb('throws a symbol', "throw Symbol('x');"),
  bomb(
    'throws a hostile proxy',
    'throw new Proxy({}, { get() { while (true) {} }, getPrototypeOf() { while (true) {} }, getOwnPropertyDescriptor() { throw 1; } });',
  ),
  bomb('throws an endless proxy', 'throw new Proxy({}, { getOwnPropertyDescriptor() { for (;;) {} } });'),
  bomb(
    'throws an endless chain',
    'const p = new Proxy({}, { getPrototypeOf: () => p, getOwnPropertyDescriptor: () => undefined }); throw p;',
  ),
  bomb('throws with a getter', 'throw { get message() { while (true) {} }, get name() { while (true) {} } };'),
  bomb('throws a giant message', "throw new Error('x'.repeat(2e7));"),
  bomb('throws with toString', 'throw { toString() { while (true) {} }, [Symbol.toPrimitive]() { while (true) {} } };'),
  bomb('throws at load', 'return 1;', 'throw new Proxy({}, { get() { while (true) {} } });'),
  bomb('throws the interruption away', 'for (;;) { try { for (;;) {} } catch (e) { throw { e }; } }'),
];

/** Results that bite. */
const RESULTS: readonly Bomb[] = [
  bomb('toJSON', 'return { toJSON() { while (true) {} } };'),
  bomb('getter', 'return { get a() { while (true) {} } };'),
  bomb('proxy result', 'return new Proxy({}, { ownKeys() { while (true) {} } });'),
  bomb(
    'proxy of a million keys',
    'return new Proxy({}, { ownKeys: () => Array.from({ length: 1e6 }, (_, i) => `k${i}`), getOwnPropertyDescriptor: (t, k) => ({ value: 1, enumerable: true, configurable: true }) });',
  ),
  bomb('cycle', 'const a = {}; a.a = a; return a;'),
  bomb('branching cycle', 'const a = []; a.push(a, a, a); return a;'),
  bomb('BigInt result', 'return 1n;'),
  bomb('NaN', 'return { a: [NaN] };'),
  bomb('undefined', 'return undefined;'),
  bomb('function', 'return () => 1;'),
  bomb('giant text', "return 'x'.repeat(3e7);"),
  bomb('giant list', 'return new Array(3e6).fill(1);'),
  bomb('giant sparse list', 'const a = []; a.length = 4294967295; return a;'),
  bomb('deep result', 'let a = 1; for (let i = 0; i < 1e5; i++) a = [a]; return a;'),
  bomb('doubled result', "let a = 'x'; for (let i = 0; i < 60; i++) a = [a, a]; return a;"),
  bomb('Symbol.toPrimitive', 'return { a: { [Symbol.toPrimitive]: () => { while (true) {} } } };'),
  bomb('revoked proxy', 'const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy;'),
  bomb('class instance', 'class A { a = 1; } return new A();'),
];

/** Bodies that leave something behind for those who come after them. */
const POLLUTION: readonly Bomb[] = [
  bomb(
    'Object.prototype',
    "Object.prototype.toJSON = () => 'polluted'; Object.prototype.polluted = 1; return { a: 1 };",
  ),
  bomb(
    'Array.prototype',
    "Object.defineProperty(Array.prototype, '0', { set() { throw 1; }, get() { return 9; } }); Array.prototype.push = () => { while (true) {} }; return [1];",
  ),
  bomb(
    'captured functions',
    'JSON.stringify = () => \'"hacked"\'; JSON.parse = () => 1; Object.freeze = (x) => x; Reflect.apply = () => 1; Object.getOwnPropertyDescriptor = () => 1; return { a: 1 };',
  ),
  bomb('String.prototype', "String.prototype.slice = () => { while (true) {} }; throw new Error('x'.repeat(1000));"),
  bomb('globals', 'globalThis.undefined = 1; globalThis.Object = null; globalThis.f = 1; return Object;'),
  bomb('Function constructor', "return (() => {}).constructor('return globalThis')() === globalThis;"),
  bomb(
    'import.meta and host',
    'return [typeof process, typeof require, typeof fetch, typeof setTimeout, typeof WebAssembly, typeof Worker, typeof console, Object.keys(import.meta).length];',
  ),
];

/** By what they do. */
export const BOMBS = {
  time: TIME,
  memory: MEMORY,
  stack: STACK,
  later: LATER,
  thrown: THROWN,
  results: RESULTS,
  pollution: POLLUTION,
} as const satisfies Readonly<Record<string, readonly Bomb[]>>;

export const ALL_BOMBS: readonly Bomb[] = Object.values(BOMBS).flat();
