import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { manualClock, settle } from '../../testing/manual-clock.ts';
import { byHand, temporaryFile, testEngine } from '../../testing/test-engine.ts';
import type { TestContext } from '../../testing/test-engine.ts';
import { openInspector } from './open-inspector.ts';

/** Steps `a`, a sleep of a minute, and `b`; counts what really runs. */
function twoSteps() {
  const calls: string[] = [];
  const run = async (ctx: TestContext): Promise<unknown> => {
    const a = await ctx.run('a', () => {
      calls.push('a');
      return 'from a';
    });
    await ctx.sleep('nap', 60_000);
    return ctx.run('b', () => {
      calls.push('b');
      return `${a}, from b`;
    });
  };
  return { calls, run };
}

test('a run goes on in the next process, without its completed steps', async () => {
  const { calls, run } = twoSteps();
  const [clock, file] = [manualClock(), temporaryFile()];
  const first = testEngine(run, { clock, file });
  const { runId } = await first.start('main', null);
  await settle();
  await first.close();
  const second = testEngine(run, { clock, file });
  await clock.advance(60_000);
  expect(second.show(runId)).toMatchObject({ status: 'completed', result: 'from a, from b' });
  expect(calls).toEqual(['a', 'b']);
});

test('a living process keeps its runs; when it goes, another one takes them up', async () => {
  const { calls, run } = twoSteps();
  const [clock, file] = [manualClock(), temporaryFile()];
  const first = testEngine(run, { clock, file });
  const { runId } = await first.start('main', null);
  await settle();
  const second = testEngine(run, { clock, file });
  await clock.advance(30_000);
  expect(calls).toEqual(['a']);
  await first.close();
  await clock.advance(60_000);
  expect(second.show(runId)?.status).toBe('completed');
  expect(calls).toEqual(['a', 'b']);
});

test('a process that ends with nothing to do leaves nothing behind', async () => {
  const file = temporaryFile();
  const engine = testEngine(async () => undefined, { file });
  await engine.start('main', null);
  await engine.idle();
  await engine.close();
  expect(readdirSync(dirname(file)).filter((name) => name.startsWith('process-'))).toEqual([]);
  expect(existsSync(file)).toBe(true);
});

test('an unfinished run of another version fails as version_changed, and can be retried on this one', async () => {
  const { calls, run } = twoSteps();
  const [clock, file] = [manualClock(), temporaryFile()];
  const first = testEngine(run, { clock, file, version: 'old' });
  const { runId } = await first.start('main', null);
  await settle();
  await first.close();
  const second = testEngine(run, { clock, file, version: 'new' });
  await settle();
  expect(second.show(runId)).toMatchObject({ status: 'failed', error: { code: 'version_changed' }, version: 'old' });
  await second.retry(runId);
  await clock.advance(60_000);
  expect(second.show(runId)).toMatchObject({ status: 'completed', version: 'new' });
  expect(calls).toEqual(['a', 'b']);
});

test('code that takes another way on replay fails the run instead of mixing the two', async () => {
  const [clock, file] = [manualClock(), temporaryFile()];
  const first = testEngine((ctx) => ctx.sleep('x', 1000), { clock, file });
  const { runId } = await first.start('main', null);
  await settle();
  await first.close();
  const second = testEngine((ctx) => ctx.run('x', () => 1), { clock, file });
  await settle();
  expect(second.show(runId)?.error?.message).toContain("'x' as a sleep");
});

test('closing waits for the steps that run, and begins no other', async () => {
  const file = temporaryFile();
  const calls: string[] = [];
  let release = (): void => undefined;
  const engine = testEngine(
    async (ctx) => {
      await ctx.run('a', async () => {
        await new Promise<void>((resolve) => (release = resolve));
        calls.push('a');
      });
      await ctx.run('b', () => void calls.push('b'));
    },
    { file },
  );
  const { runId } = await engine.start('main', null);
  await settle();
  const waiting = engine.outcome(runId, 60_000);
  const closed = engine.close();
  expect(await waiting).toEqual({ kind: 'pending' });
  await expect(engine.start('main', null)).rejects.toMatchObject({ name: 'OverloadedError' });
  release();
  await closed;
  expect(calls).toEqual(['a']);
  const inspector = openInspector(file);
  expect(inspector.show(runId)).toMatchObject({ status: 'running', journal: [{ name: 'a', status: 'completed' }] });
  inspector.close();
});

test('a step that outlasts the closing is aborted and counts as not run', async () => {
  const file = temporaryFile();
  const engine = testEngine(
    (ctx) =>
      ctx.run(
        'slow',
        ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      ),
    { file },
  );
  const { runId } = await engine.start('main', null);
  await settle();
  await engine.close(1);
  const inspector = openInspector(file);
  expect(inspector.show(runId)).toMatchObject({ status: 'running', journal: [] });
  inspector.close();
});

test('a run that was retried from outside is taken up by the engine', async () => {
  const [clock, file] = [manualClock(), temporaryFile()];
  let broken = true;
  const engine = testEngine(
    async () => {
      if (broken) throw new Error('broken');
    },
    { clock, file },
  );
  const { runId } = await engine.start('main', null);
  await engine.idle();
  broken = false;
  const inspector = openInspector(file, clock);
  await inspector.retry(runId);
  inspector.close();
  await clock.advance(10_000);
  expect(engine.show(runId)?.status).toBe('completed');
});

test('lists runs newest first, by workflow, tenant and status, page by page', async () => {
  const engine = testEngine({
    good: byHand(async () => undefined),
    bad: byHand(async () => {
      throw new Error('bad');
    }),
  });
  for (const workflow of ['good', 'bad', 'good', 'good']) await engine.start(workflow, null);
  await engine.idle();
  expect(engine.list().map(({ workflow }) => workflow)).toEqual(['good', 'good', 'bad', 'good']);
  expect(engine.list({ status: 'failed' }).map(({ workflow }) => workflow)).toEqual(['bad']);
  expect(engine.list({ tenant: 'nobody' })).toEqual([]);
  const [newest] = engine.list({ workflow: 'good', limit: 1 });
  expect(engine.list({ workflow: 'good', beforeSeq: newest?.seq ?? 0 })).toHaveLength(2);
});

test('pruning forgets old completed runs, keeps dead letters and those whose event is remembered', async () => {
  const clock = manualClock();
  const engine = testEngine(
    async (ctx, input) => {
      await ctx.run('a', () => 1);
      if (input === 'bad') throw new Error('bad');
    },
    { clock },
  );
  const old = await engine.start('main', 'old');
  const bad = await engine.start('main', 'bad');
  const known = await engine.start('main', 'known', { eventId: 'e', keepMs: 100_000 });
  await engine.idle();
  await clock.advance(10_000);
  const young = await engine.start('main', 'young');
  await engine.idle();
  expect(await engine.prune({ completedOlderThanMs: 5000 })).toBe(1);
  expect([old, bad, known, young].map(({ runId }) => engine.show(runId)?.input)).toEqual([
    undefined,
    'bad',
    'known',
    'young',
  ]);
  await clock.advance(100_000);
  expect(await engine.prune({ completedOlderThanMs: 5000, failedOlderThanMs: 5000 })).toBe(3);
  expect(engine.list()).toEqual([]);
});

test('a store that fails for a while costs a run its time, not its steps', async () => {
  const [clock, file] = [manualClock(), temporaryFile()];
  const calls: string[] = [];
  const engine = testEngine(
    async (ctx) => {
      await ctx.run('a', () => void calls.push('a'));
      await ctx.run('b', () => {
        calls.push('b');
        if (calls.length === 2)
          engine.store.database.exec(
            `CREATE TRIGGER broken BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
          );
      });
    },
    { clock, file, concurrency: 1 },
  );
  const { runId } = await engine.start('main', null, { key: 'k' });
  const { runId: next } = await engine.start('main', null, { key: 'k' });
  await settle();
  expect([engine.ready(), engine.show(runId)?.status]).toEqual([false, 'running']);
  engine.store.database.exec('DROP TRIGGER broken');
  await clock.advance(5000);
  expect([engine.ready(), engine.show(runId)?.status, engine.show(next)?.status]).toEqual([
    true,
    'completed',
    'completed',
  ]);
  expect(calls).toEqual(['a', 'b', 'b', 'a', 'b']);
});
