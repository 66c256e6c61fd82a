import { expect, test, vi } from 'vitest';
import { FatalError } from './errors.ts';
import { poll } from './poll.ts';
import { recover, type FailureRule } from './recover.ts';
import { silentLogger } from '../settings/create-logger.ts';
import { testEngine } from '../testing/test-engine.ts';

const log = silentLogger;
const failing = (code: string, status?: number) => () =>
  Promise.reject(new FatalError(code, 'no', status === undefined ? {} : { status }));

test('the first rule that fits counts, by status, by class and by code', async () => {
  const done: string[] = [];
  const note = (name: string) => () => Promise.resolve(void done.push(name));
  const rules: readonly FailureRule<'fail' | 'continue'>[] = [
    { status: 403, then: 'continue', do: note('403') },
    { status: '4xx', code: 'conflict', then: 'continue', do: note('conflict') },
    { status: '4xx', then: 'fail', do: note('4xx') },
  ];
  expect(await recover({ log }, failing('unauthorized', 403), rules)).toBeUndefined();
  expect(await recover({ log }, failing('conflict', 409), rules)).toBeUndefined();
  await expect(recover({ log }, failing('invalid_input', 422), rules)).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(recover({ log }, failing('network'), rules)).rejects.toMatchObject({ code: 'network' });
  expect(await recover({ log }, () => Promise.resolve(7), rules)).toBe(7);
  expect(done).toEqual(['403', 'conflict', '4xx']);
});

test('what fails while it cleans up hides nothing, and a bug hides behind nothing', async () => {
  const cleanUp = vi.fn<() => Promise<never>>(failing('network'));
  const rules = [{ then: 'fail', do: cleanUp }] as const;
  await expect(recover({ log }, failing('timeout'), rules)).rejects.toMatchObject({ code: 'timeout' });
  expect(cleanUp).toHaveBeenCalledOnce();
  const bug = () => Promise.reject(new TypeError('oops'));
  await expect(recover({ log }, bug, [{ then: 'continue' }])).rejects.toThrow('oops');
});

test('a poll asks until it is done, each time in a step of its own', async () => {
  let asked = 0;
  const options = { everyMs: 1, timeoutMs: 60_000, fail: 'stuck' };
  const engine = testEngine((ctx) =>
    poll(
      ctx,
      'job',
      () => Promise.resolve((asked += 1)),
      (answer) => answer === 3,
      options,
    ),
  );
  const { runId } = await engine.start('main', null);
  await engine.idle();
  const run = engine.show(runId);
  expect(run).toMatchObject({ status: 'completed', result: 3 });
  expect(run?.journal.filter(({ kind }) => kind === 'step').map(({ name }) => name)).toEqual([
    'job/1',
    'job/2',
    'job/3',
  ]);
});
