import { expect, test } from 'vitest';
import { FatalError, RetryLaterError } from '../../context/errors.ts';
import type { EngineEvent } from '../event.ts';
import { manualClock, settle } from '../../testing/manual-clock.ts';
import { temporaryFile, testEngine } from '../../testing/test-engine.ts';
import type { TestContext } from '../../testing/test-engine.ts';

const policy = { attempts: 3, initialMs: 1000, factor: 2, maxMs: 10_000 };

/** A workflow of one step that fails `failures` times, and the times of its tries. */
function flaky(failures: number, error: () => Error) {
  const clock = manualClock();
  const began = clock.now();
  const tries: number[] = [];
  const run = (ctx: TestContext): Promise<unknown> =>
    ctx.run('step', () => {
      tries.push(clock.now() - began);
      if (tries.length <= failures) throw error();
      return 'done';
    });
  return { clock, tries, run };
}

test('a step is tried again after a jittered, growing wait', async () => {
  const { clock, tries, run } = flaky(2, () => new RetryLaterError('provider_error', 'later', { policy }));
  const engine = testEngine(run, { clock, random: () => 0.5 });
  const { runId } = await engine.start('main', null);
  await clock.advance(60_000);
  expect(tries).toEqual([0, 500, 1500]);
  expect(engine.show(runId)).toMatchObject({
    status: 'completed',
    result: 'done',
    journal: [{ name: 'step', attempts: 3 }],
  });
});

test('never sooner than the provider asked for', async () => {
  const { clock, tries, run } = flaky(1, () => new RetryLaterError('rate_limited', 'later', { afterMs: 7000, policy }));
  const engine = testEngine(run, { clock });
  await engine.start('main', null);
  await clock.advance(6999);
  expect(tries).toEqual([0]);
  await clock.advance(1);
  expect(tries).toEqual([0, 7000]);
});

test('after the last try the run is a dead letter with the code of the failure', async () => {
  const { clock, tries, run } = flaky(
    9,
    () => new RetryLaterError('provider_error', 'down', { policy }, { status: 503 }),
  );
  const engine = testEngine(run, { clock });
  const { runId } = await engine.start('main', null);
  await clock.advance(60_000);
  expect(tries).toHaveLength(3);
  expect(engine.show(runId)).toMatchObject({
    status: 'failed',
    error: { code: 'provider_error', message: 'down', details: { status: 503 }, step: 'step' },
  });
});

test('the policy that the step is given counts more than the one of the failure', async () => {
  const { clock, tries, run: _ } = flaky(0, () => new Error('unused'));
  const engine = testEngine(
    (ctx) =>
      ctx.run(
        'step',
        () => {
          tries.push(1);
          throw new RetryLaterError('network', 'down', { policy });
        },
        { ...policy, attempts: 1 },
      ),
    { clock },
  );
  await engine.start('main', null);
  await clock.advance(60_000);
  expect(tries).toHaveLength(1);
});

test('tries and the wait between them survive a restart', async () => {
  const { clock, tries, run } = flaky(
    9,
    () => new RetryLaterError('rate_limited', 'later', { afterMs: 10_000, policy }),
  );
  const file = temporaryFile();
  const first = testEngine(run, { clock, file });
  const { runId } = await first.start('main', null);
  await clock.advance(14_000);
  expect(tries).toEqual([0, 10_000]);
  await first.close();
  const second = testEngine(run, { clock, file });
  await clock.advance(5999);
  expect(tries).toEqual([0, 10_000]);
  await clock.advance(60_000);
  expect(tries).toEqual([0, 10_000, 20_000]);
  expect(second.show(runId)).toMatchObject({ status: 'failed', journal: [{ attempts: 3 }] });
});

test('a run that waits gives its place to others', async () => {
  const clock = manualClock();
  const done: unknown[] = [];
  const engine = testEngine(
    async (ctx, input) => {
      if (input === 'slow') await ctx.sleep('nap', 3_600_000);
      done.push(input);
    },
    { clock, concurrency: 1 },
  );
  await engine.start('main', 'slow');
  await engine.start('main', 'quick');
  await settle();
  expect(done).toEqual(['quick']);
  await clock.advance(3_600_000);
  expect(done).toEqual(['quick', 'slow']);
});

test('retrying a failed run keeps its completed steps and runs the others', async () => {
  const calls: string[] = [];
  let broken = true;
  const engine = testEngine(async (ctx) => {
    await ctx.run('a', () => void calls.push('a'));
    const found = await ctx
      .run('maybe', () => {
        calls.push('maybe');
        throw new FatalError('not_found', 'no');
      })
      .catch(() => 'caught');
    await ctx.run('b', () => {
      calls.push('b');
      if (broken) throw new FatalError('conflict', 'broken');
    });
    return found;
  });
  const { runId } = await engine.start('main', null);
  await engine.idle();
  expect(engine.show(runId)?.status).toBe('failed');
  broken = false;
  await engine.retry(runId);
  await engine.idle();
  expect(engine.show(runId)).toMatchObject({ status: 'completed', result: 'caught' });
  expect(engine.show(runId)).not.toHaveProperty('error');
  expect(calls).toEqual(['a', 'maybe', 'b', 'b']);
  await expect(engine.retry(runId)).rejects.toMatchObject({ code: 'not_found' });
});

test('a failure that the workflow wrapped is still the step that runs again', async () => {
  let broken = true;
  const engine = testEngine(async (ctx) => {
    try {
      return await ctx.run('a', () => {
        if (broken) throw new FatalError('conflict', 'broken');
        return 'mended';
      });
    } catch (error) {
      throw new FatalError('provider_error', 'wrapped', {}, { cause: error });
    }
  });
  const { runId } = await engine.start('main', null);
  await engine.idle();
  expect(engine.show(runId)?.error).toMatchObject({ code: 'provider_error', step: 'a' });
  broken = false;
  await engine.retry(runId);
  await engine.idle();
  expect(engine.show(runId)?.result).toBe('mended');
});

test('observers learn when a step is tried again', async () => {
  const { clock, run } = flaky(1, () => new RetryLaterError('network', 'down', { policy }));
  const engine = testEngine(run, { clock });
  const seen: EngineEvent[] = [];
  engine.onEvent((event) => seen.push(event));
  await engine.start('main', null);
  await clock.advance(60_000);
  expect(seen).toContainEqual(
    expect.objectContaining({
      type: 'step.retrying',
      step: 'step',
      attempt: 1,
      nextAttemptAt: clock.now() - 60_000 + 500,
    }),
  );
  expect(seen).toContainEqual(expect.objectContaining({ type: 'step.completed', attempt: 2 }));
});
