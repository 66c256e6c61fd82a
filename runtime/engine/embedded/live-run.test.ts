import { expect, test } from 'vitest';
import type { RunRecord } from '../run.ts';
import { LiveRun } from './live-run.ts';

const run: RunRecord = {
  id: 'r',
  seq: 1,
  workflow: 'w',
  tenant: 't',
  key: '',
  eventId: 'e',
  status: 'running',
  version: '1',
  input: null,
  acceptedAt: 0,
  notBefore: 0,
};

test('a reply stands, also for one who asks after the run has failed', async () => {
  const live = new LiveRun(run);
  live.settle({ kind: 'replied', reply: { status: 201 } });
  live.settle({ kind: 'failed', failure: { code: 'conflict', message: 'later' } });
  expect(await live.wait(1000, () => () => undefined)).toEqual({ kind: 'replied', reply: { status: 201 } });
});

test('who waits too long is let go, and the others are not', async () => {
  const live = new LiveRun(run);
  let expire = (): void => undefined;
  const short = live.wait(10, (_, wake) => {
    expire = wake;
    return () => undefined;
  });
  const long = live.wait(1000, () => () => undefined);
  expire();
  expect(await short).toEqual({ kind: 'pending' });
  live.settle({ kind: 'completed' });
  expect(await long).toEqual({ kind: 'completed' });
});

test('runs of one key, workflow and tenant share a lane; without a key there is none', () => {
  expect(new LiveRun(run).lane).toBe('');
  const lane = new LiveRun({ ...run, key: 'k' }).lane;
  expect(new LiveRun({ ...run, id: 'other', key: 'k' }).lane).toBe(lane);
  for (const other of [{ key: 'x' }, { key: 'k', tenant: 'x' }, { key: 'k', workflow: 'x' }])
    expect(new LiveRun({ ...run, ...other }).lane).not.toBe(lane);
});
