import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FatalError } from '../../context/errors.ts';
import { manualClock, settle } from '../../testing/manual-clock.ts';
import { byHand, temporaryFile, testEngine } from '../../testing/test-engine.ts';
import type { TestContext } from '../../testing/test-engine.ts';

async function ended(run: (ctx: TestContext) => Promise<unknown>) {
  const engine = testEngine(run);
  const { runId } = await engine.start('main', null);
  await engine.idle();
  const shown = engine.show(runId);
  if (shown === undefined) throw new Error('the run is not there');
  return shown;
}

test('journals every step and keeps the result of the run', async () => {
  const run = await ended(async (ctx) => {
    const a = await ctx.run('a', () => ({ n: 1 }));
    const b = await ctx.run('b', async () => a.n + 1);
    await ctx.run('c', () => undefined);
    return { b };
  });
  expect(run).toMatchObject({ status: 'completed', result: { b: 2 } });
  expect(run.journal.map(({ name, status, result }) => [name, status, result])).toEqual([
    ['a', 'completed', { n: 1 }],
    ['b', 'completed', 2],
    ['c', 'completed', undefined],
  ]);
});

test('a step name that is used twice fails the run and names workflow and step', async () => {
  const run = await ended(async (ctx) => {
    await ctx.run('twice', () => 1);
    await ctx.run('twice', () => 2);
  });
  expect(run).toMatchObject({
    status: 'failed',
    error: { code: 'internal', details: { workflow: 'main', step: 'twice' } },
  });
  expect(run.error?.message).toContain("'twice' twice");
});

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;
test.each<[string, unknown, string]>([
  ['a function', { f: () => 1 }, 'f is a function'],
  ['a BigInt', [1n], '[0] is a bigint'],
  ['a Date', { items: [{ at: new Date(0) }] }, 'items[0].at is a Date'],
  ['NaN', Number.NaN, 'it is NaN'],
  ['undefined in a list', [undefined], '[0] is undefined'],
  ['a Map', new Map(), 'it is a Map'],
  ['a cycle', cycle, 'is a cycle'],
])('a result with %s fails the run and names the place', async (_, value, place) => {
  const run = await ended((ctx) => ctx.run('step', () => value));
  expect(run).toMatchObject({ status: 'failed', error: { code: 'internal', step: 'step' } });
  expect(run.error?.message).toContain(place);
});

test('a fatal failure keeps its code and details, and is not tried again', async () => {
  let tries = 0;
  const run = await ended((ctx) =>
    ctx.run('step', () => {
      tries += 1;
      throw new FatalError('conflict', 'there is one already', { status: 409 });
    }),
  );
  expect(tries).toBe(1);
  expect(run.error).toEqual({
    code: 'conflict',
    message: 'there is one already',
    details: { status: 409 },
    step: 'step',
  });
});

test('an unknown error fails the run as internal, without its stack', async () => {
  const run = await ended(async () => {
    throw new TypeError('x is not a function');
  });
  expect(run.error).toEqual({ code: 'internal', message: 'TypeError: x is not a function' });
});

test('a failure that the workflow catches lets it go another way', async () => {
  const run = await ended(async (ctx) => {
    try {
      await ctx.run('find', () => {
        throw new FatalError('not_found', 'no');
      });
    } catch (error) {
      if (!(error instanceof FatalError) || error.code !== 'not_found') throw error;
      return ctx.run('create', () => 'created');
    }
    return 'found';
  });
  expect(run).toMatchObject({ status: 'completed', result: 'created' });
});

test('state is read, written and kept per workflow and tenant', async () => {
  const count = byHand(async (ctx) => {
    const before = await ctx.get('count');
    await ctx.set('count', (typeof before === 'number' ? before : 0) + 1);
    return ctx.get('count');
  });
  const engine = testEngine({ a: count, b: count });
  const results = [];
  for (const [workflow, tenant] of [
    ['a', 'x'],
    ['a', 'x'],
    ['a', 'y'],
    ['b', 'x'],
  ] as const) {
    const { runId } = await engine.start(workflow, null, { tenant });
    await engine.idle();
    results.push(engine.show(runId)?.result);
  }
  expect(results).toEqual([1, 2, 1, 1]);
});

test('now is the same on every replay, and sleep takes its time once', async () => {
  const clock = manualClock();
  const file = temporaryFile();
  const workflow = async (ctx: TestContext) => {
    const first = await ctx.now('first');
    await ctx.sleep('nap', 60_000);
    return [first, await ctx.now('second')];
  };
  const began = clock.now();
  const first = testEngine(workflow, { clock, file });
  const { runId } = await first.start('main', null);
  await clock.advance(20_000);
  expect(first.show(runId)?.status).toBe('waiting');
  await first.close();
  await clock.advance(10_000);
  const second = testEngine(workflow, { clock, file });
  await clock.advance(29_999);
  expect(second.show(runId)?.status).toBe('waiting');
  await clock.advance(1);
  expect(second.show(runId)).toMatchObject({ status: 'completed', result: [began, began + 60_000] });
});

test('all keeps to its limit and to the order of the items', async () => {
  let running = 0;
  let most = 0;
  const run = await ended((ctx) =>
    ctx.all([1, 2, 3, 4, 5, 6, 7], 3, (n) =>
      ctx.run(`item ${n}`, async () => {
        running += 1;
        most = Math.max(most, running);
        for (let i = 0; i < n % 3; i += 1) await turn();
        running -= 1;
        return n * 10;
      }),
    ),
  );
  expect(run.result).toEqual([10, 20, 30, 40, 50, 60, 70]);
  expect(most).toBe(3);
});

test('all starts nothing after a failure and throws the first in order', async () => {
  const started: number[] = [];
  const run = await ended((ctx) =>
    ctx.all([1, 2, 3, 4, 5], 2, (n) =>
      ctx.run(`item ${n}`, async () => {
        started.push(n);
        if (n === 2) throw new FatalError('conflict', 'two');
        return n;
      }),
    ),
  );
  expect(run.error).toMatchObject({ code: 'conflict', step: 'item 2' });
  expect(started).not.toContain(5);
});

test.each([0, 1.5, Number.NaN])('a limit of %d is refused rather than leaving every item out', async (limit) => {
  const run = await ended((ctx) => ctx.all([1], limit, async (n) => n));
  expect(run.error?.message).toContain(`a limit of ${limit}`);
});

test('a sleep of no known length fails the run', async () => {
  expect((await ended((ctx) => ctx.sleep('nap', Number.NaN))).error?.message).toContain("the sleep 'nap'");
});

test('send starts another workflow once, with its delay and its own identity', async () => {
  const clock = manualClock();
  const seen: unknown[] = [];
  const engine = testEngine(
    {
      main: byHand(async (ctx) => {
        await ctx.send('other', 'k', { n: 1 }, { delayMs: 1000, dedupe: 'once' });
        await ctx.send('other', 'k', { n: 2 }, { delayMs: 1000, dedupe: 'once' });
        await ctx.send('other', '', { n: 3 });
      }),
      other: byHand(async (ctx, input) => void seen.push([input, ctx.key, clock.now() - ctx.startedAt])),
    },
    { clock },
  );
  await engine.start('main', null);
  await clock.advance(999);
  expect(seen).toEqual([[{ n: 3 }, '', 0]]);
  await clock.advance(1);
  expect(seen).toEqual([
    [{ n: 3 }, '', 0],
    [{ n: 1 }, 'k', 1000],
  ]);
});

test('the idempotency key is the same for every delivery of an event, and no other', async () => {
  const keys: string[] = [];
  const engine = testEngine((ctx) => ctx.run('a', (io) => void keys.push(io.idempotencyKey)));
  await engine.start('main', null, { eventId: 'e1', keepMs: 0 });
  await engine.idle();
  await engine.start('main', null, { eventId: 'e1', keepMs: 0 });
  await engine.idle();
  await engine.start('main', null, { eventId: 'e2' });
  await engine.idle();
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('the steps of a sent run have the same idempotency keys for every delivery of the event', async () => {
  const keys: string[] = [];
  const engine = testEngine({
    main: byHand((ctx) => ctx.send('other', '', null)),
    other: byHand((ctx) => ctx.run('a', (io) => void keys.push(io.idempotencyKey))),
  });
  for (const eventId of ['e1', 'e1', 'e2']) {
    await engine.start('main', null, { eventId, keepMs: 0 });
    await engine.idle();
  }
  expect([keys.length, keys[1] === keys[0], keys[2] === keys[0]]).toEqual([3, true, false]);
});

test('observers see every step as it happens, and one that throws harms nobody', async () => {
  const engine = testEngine(async (ctx) => {
    await ctx.run('a', () => 1);
    await ctx.respond({ status: 201, body: { ok: true } });
    await ctx.run('b', () => 2);
  });
  const seen: string[] = [];
  engine.onEvent(() => {
    throw new Error('observer');
  });
  engine.onEvent((event) => seen.push('step' in event ? `${event.type} ${event.step}` : event.type));
  await engine.start('main', null);
  await engine.idle();
  expect(seen).toEqual([
    'run.accepted',
    'run.started',
    'step.started a',
    'step.completed a',
    'run.replied',
    'step.started b',
    'step.completed b',
    'run.completed',
  ]);
});

test('steps that nobody awaited write nothing after the run has ended', async () => {
  let release = (): void => undefined;
  const engine = testEngine(async (ctx) => {
    void ctx.run('loose', () => new Promise<void>((resolve) => (release = resolve)));
  });
  const { runId } = await engine.start('main', null);
  await engine.idle();
  release();
  await settle();
  expect(engine.show(runId)).toMatchObject({ status: 'completed', journal: [] });
});
