import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor } from '../../settings/redactor.ts';
import { OverloadedError } from '../engine.ts';
import { manualClock, settle } from '../../testing/manual-clock.ts';
import { byHand, integrationOf, noTransport, temporaryFile, testEngine } from '../../testing/test-engine.ts';
import type { TestContext } from '../../testing/test-engine.ts';
import { openEmbeddedEngine } from './embedded-engine.ts';

/** A workflow whose steps end when they are told to. */
function held() {
  const waiting = new Map<unknown, () => void>();
  const started: unknown[] = [];
  return {
    started,
    run: (ctx: TestContext, input: unknown): Promise<unknown> =>
      ctx.run('hold', () => {
        started.push(input);
        return new Promise<null>((resolve) => waiting.set(input, () => resolve(null)));
      }),
    async release(input: unknown): Promise<void> {
      waiting.get(input)?.();
      await settle();
    },
  };
}

test('runs of one key go one after the other, in order of acceptance; other keys go beside them', async () => {
  const { run, started, release } = held();
  const engine = testEngine(run);
  await Promise.all([
    engine.start('main', 1, { key: 'a' }),
    engine.start('main', 2, { key: 'a' }),
    engine.start('main', 3, { key: 'b' }),
    engine.start('main', 4),
    engine.start('main', 5),
    engine.start('main', 6, { key: 'a' }),
  ]);
  await settle();
  expect(started).toEqual([1, 3, 4, 5]);
  await release(1);
  expect(started).toEqual([1, 3, 4, 5, 2]);
  await release(2);
  expect(started.at(-1)).toBe(6);
  for (const input of [3, 4, 5, 6]) await release(input);
});

test('runs of one key keep their order over a restart', async () => {
  const file = temporaryFile();
  const first = held();
  const one = testEngine(first.run, { file });
  for (const input of [1, 2, 3]) await one.start('main', input, { key: 'a' });
  await one.close(0);
  const order: unknown[] = [];
  const two = testEngine((ctx, input) => ctx.run('hold', () => void order.push(input)), { file });
  await two.idle();
  expect(order).toEqual([1, 2, 3]);
});

test('no more than the limit run at once', async () => {
  const { run, started, release } = held();
  const engine = testEngine(run, { concurrency: 2 });
  for (const input of [1, 2, 3]) await engine.start('main', input);
  await settle();
  expect(started).toEqual([1, 2]);
  await release(2);
  expect(started).toEqual([1, 2, 3]);
  await release(1);
  await release(3);
  await engine.idle();
});

test('a full queue refuses new events, also those that come at once, and still knows the old ones', async () => {
  const { run, release } = held();
  const engine = testEngine(run, { maxUnfinished: 2 });
  const { runId } = await engine.start('main', 1, { eventId: 'e1' });
  const results = await Promise.allSettled([engine.start('main', 2), engine.start('main', 3)]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
  await expect(engine.start('main', 4)).rejects.toBeInstanceOf(OverloadedError);
  expect(await engine.start('main', 1, { eventId: 'e1' })).toEqual({ runId, duplicate: true });
  await settle();
  await release(1);
  expect(engine.list()).toHaveLength(2);
  await engine.start('main', 5);
});

test('of any deliveries of an event, at once or later, one runs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 }), { maxLength: 4 }),
      async (turns) => {
        const ran: string[] = [];
        const integration = integrationOf({ main: byHand(async (ctx) => void ran.push(ctx.eventId)) });
        const engine = openEmbeddedEngine(integration, { file: ':memory:', transport: noTransport });
        for (const turn of turns) {
          const started = await Promise.all(turn.map((eventId) => engine.start('main', null, { eventId })));
          for (const [index, { runId }] of started.entries()) expect(engine.show(runId)?.eventId).toBe(turn[index]);
        }
        await engine.idle();
        await engine.close();
        expect(ran.toSorted()).toEqual([...new Set(turns.flat())].toSorted());
      },
    ),
    { numRuns: 30 },
  );
});

test('an event is forgotten after its time', async () => {
  const clock = manualClock();
  const engine = testEngine(async () => undefined, { clock });
  const first = await engine.start('main', null, { eventId: 'e', keepMs: 1000 });
  await clock.advance(999);
  expect(await engine.start('main', null, { eventId: 'e', keepMs: 1000 })).toEqual({
    runId: first.runId,
    duplicate: true,
  });
  await clock.advance(1);
  expect(await engine.start('main', null, { eventId: 'e', keepMs: 1000 })).toMatchObject({ duplicate: false });
});

test('the same event of another tenant or workflow is another event', async () => {
  const engine = testEngine({ a: byHand(async () => undefined), b: byHand(async () => undefined) });
  const all = [
    engine.start('a', null, { eventId: 'e' }),
    engine.start('a', null, { eventId: 'e', tenant: 'x' }),
    engine.start('b', null, { eventId: 'e' }),
  ];
  expect((await Promise.all(all)).map(({ duplicate }) => duplicate)).toEqual([false, false, false]);
});

test('an unknown workflow is refused', async () => {
  await expect(testEngine(async () => undefined).start('nobody', null)).rejects.toMatchObject({ code: 'not_found' });
});

test('an event id and a key that hold a secret are kept masked, and still tell events apart', async () => {
  const engine = testEngine(async () => null, { redactor: createRedactor(['a secret text']) });
  const event = { eventId: 'a secret text 1', key: 'of a secret text' };
  const { runId } = await engine.start('main', 1, event);
  expect(engine.show(runId)).toMatchObject({ eventId: '[redacted] 1', key: 'of [redacted]' });
  expect(await engine.start('main', 1, event)).toEqual({ runId, duplicate: true });
  expect(await engine.start('main', 1, { ...event, eventId: 'a secret text 2' })).toMatchObject({ duplicate: false });
});
