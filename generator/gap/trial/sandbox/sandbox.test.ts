import { afterAll, describe, expect, it } from 'vitest';
import type { Outcome, SandboxJob } from './job.ts';
import { openSandbox } from './sandbox.ts';

const sandbox = openSandbox();
afterAll(() => sandbox.dispose());

function job(file: string, changes: Partial<SandboxJob> = {}): SandboxJob {
  return { file, functionName: 'f', inputs: ['{}'], zone: 'UTC', clock: 0, ...changes };
}

/** What a function body returns for an input, or the report where it returns nothing. */
async function result(body: string, input = '{}', changes: Partial<SandboxJob> = {}): Promise<unknown> {
  const { outcomes } = await sandbox.run(job(`export function f(input) { ${body} }`, { inputs: [input], ...changes }));
  return plain(outcomes[0]);
}

function plain(outcome: Outcome | undefined): unknown {
  return outcome?.kind === 'value' ? JSON.parse(outcome.json) : outcome;
}

describe('a sandbox', () => {
  it('runs the TypeScript of a file with one input after the other', async () => {
    const file = `interface In { readonly a: number }
export function f(input: In): { b: number } { const b = input.a satisfies number; return { b: (b as number) + 1 }; }`;
    const { outcomes } = await sandbox.run(job(file, { inputs: ['{"a":1}', '{"a":2}'] }));
    expect(outcomes.map(plain)).toEqual([{ b: 2 }, { b: 3 }]);
  });

  it('may be started before there is a job, and is started once', async () => {
    const early = openSandbox();
    early.start();
    early.start();
    const { outcomes } = await early.run(job('export const f = () => 1;'));
    expect(outcomes.map(plain)).toEqual([1]);
    await early.dispose();
    early.start();
    await expect(early.run(job('export const f = () => 1;'))).rejects.toThrow('disposed');
  });

  it('serves the runtime of logic, the very code that runs later, and nothing else', async () => {
    const file =
      "import { own } from '@flowright/runtime/logic'; export function f(input) { return [own(input, 'a'), own(input, 'toString') ?? null]; }";
    expect((await sandbox.run(job(file, { inputs: ['{"a":1}'] }))).outcomes.map(plain)).toEqual([[1, null]]);
    for (const specifier of ['node:fs', './worker.js', 'call:0:call.ts', '@flowright/runtime', 'logic:0:index.js'])
      expect((await sandbox.run(job(`import '${specifier}'; export const f = () => 1;`))).load).toEqual({
        kind: 'threw',
        what: `Error: Nothing but @flowright/runtime/logic can be imported, and not ${specifier}`,
      });
  });

  it('says what is wrong with a file that cannot be loaded', async () => {
    expect((await sandbox.run(job('export function f( {'))).load?.what).toMatch(/^SyntaxError: /);
    expect((await sandbox.run(job('export const g = 1;'))).load?.what).toBe('the file exports no function f');
    expect((await sandbox.run(job('export const f = 1;'))).load?.what).toBe('the file exports no function f');
    expect((await sandbox.run(job('null.x; export const f = () => 1;'))).load?.what).toMatch(/^TypeError: /);
  });

  it('is in the time zone that it is told to be in, summer time included', async () => {
    const body =
      'return [new Date(2024, 0, 1).toISOString(), new Date(2024, 6, 1).toISOString(), new Date(0).getHours()];';
    expect(await result(body)).toEqual(['2024-01-01T00:00:00.000Z', '2024-07-01T00:00:00.000Z', 0]);
    expect(await result(body, '{}', { zone: 'America/St_Johns' })).toEqual([
      '2024-01-01T03:30:00.000Z',
      '2024-07-01T02:30:00.000Z',
      20,
    ]);
    expect(await result(body, '{}', { zone: 'Asia/Kathmandu' })).toEqual([
      '2023-12-31T18:15:00.000Z',
      '2024-06-30T18:15:00.000Z',
      5,
    ]);
  });

  it('begins each job with the same memory, whatever the one before left in it', async () => {
    const file = `const seen = []; let count = 0; const random = Math.random();
export function f(input) { seen.push('x'.repeat(input.size)); count += 1; return [count, random, Math.random(), seen.length]; }`;
    const run = async (size: number): Promise<unknown> =>
      (await sandbox.run(job(file, { inputs: [size, 1].map((one) => JSON.stringify({ size: one })), clock: 77 })))
        .outcomes;
    const first = await run(10);
    // Within the memory that it has, beyond it, and with an end that was not its own.
    expect(await run(100_000)).toEqual(first);
    expect(await run(3_000_000)).toEqual(first);
    expect((await sandbox.run(job('export function f() { for (;;); }', { clock: 77 }))).stopped?.why).toBe('time');
    expect(await run(10)).toEqual(first);
  });

  it('has a clock that stands, and chance that is none', async () => {
    const body = 'return [Date.now(), Math.random()];';
    const first = await result(body, '{}', { clock: 1234 });
    expect(first).toEqual([1234, expect.any(Number)]);
    expect(await result(body, '{}', { clock: 1234 })).toEqual(first);
    expect(await result(body, '{}', { clock: 5678 })).not.toEqual(first);
  });

  it('gives inputs as they are, frozen, and takes results by value', async () => {
    expect(
      await result(
        'return Object.is(input.a, -0) && Object.isFrozen(input) && Object.isFrozen(input.b[0]);',
        '{"a":-0,"b":[{}]}',
      ),
    ).toBe(true);
    expect(await result('return Object.keys(input);', '{"__proto__":1}')).toEqual(['__proto__']);
    expect(await result("return { a: undefined, '': -0, é: '\\ud800', n: null };")).toEqual({
      '': 0,
      é: '\ud800',
      n: null,
    });
    expect(await result('return Object.assign(Object.create(null), { a: 1 });')).toEqual({ a: 1 });
  });

  it('has no way to make code out of text, to wait, or to look at others', async () => {
    const names = [
      'eval',
      'Function',
      'Proxy',
      'Promise',
      'ArrayBuffer',
      'WeakRef',
      'queueMicrotask',
      'performance',
      'process',
    ];
    expect(await result(`return [${names.map((name) => `typeof ${name}`).join()}];`)).toEqual(
      names.map(() => 'undefined'),
    );
    const makers = ['() => 0', 'function* () {}', 'async () => 0', 'async function* () {}'];
    expect(await result(`return [${makers.map((maker) => `typeof (${maker}).constructor`).join()}];`)).toEqual(
      makers.map(() => 'undefined'),
    );
  });

  it('lets nobody change what is built in, and everybody have names that objects inherit', async () => {
    for (const change of [
      'Object.prototype.x = 1',
      'Array.prototype.map = 1',
      'globalThis.x = 1',
      'Math.max = 1',
      "''.constructor.prototype.at = 1",
      'Object.prototype.toString = 1',
    ])
      expect(await result(`${change}; return 1;`), change).toMatchObject({
        kind: 'threw',
        what: expect.stringContaining('TypeError'),
      });
    const body =
      "const counts = {}; for (const word of input) counts[word] = (Object.hasOwn(counts, word) ? counts[word] : 0) + 1; const e = new Error('a'); e.name = 'b'; return [counts, e.name, e.message];";
    expect(await result(body, '["toString","constructor","toString"]')).toEqual([
      { toString: 2, constructor: 1 },
      'b',
      'a',
    ]);
  });

  it('starts again after a worker that had to be killed', async () => {
    const quick = openSandbox({ deadline: 100, kill: 400 });
    const hang = job('export function f() { const a = []; a.length = 4294967295; return a.join().length; }');
    expect((await quick.run(hang)).stopped).toEqual({ why: 'killed', at: 0 });
    await quick.dispose();
    expect(await result('return 1;')).toBe(1);
  });

  it('takes no job once it is disposed, and gives up those that wait', async () => {
    const other = openSandbox();
    const jobs = [1, 2].map((n) => other.run(job(`export const f = () => ${n};`)));
    const settled = Promise.allSettled(jobs);
    await other.dispose();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(other.run(job('export const f = () => 1;'))).rejects.toThrow('disposed');
  });
});
