import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { callCounter } from '../../testing/call-counter.ts';
import { startChild } from '../../testing/child-process.ts';
import { temporaryFolder } from '../../testing/test-engine.ts';
import { openInspector } from './open-inspector.ts';

async function scene(gapMs = 0) {
  const dataDir = temporaryFolder();
  const counter = await callCounter();
  const start = () =>
    startChild('three-calls.ts', { FLOWRIGHT_DATA_DIR: dataDir, CALLS_URL: counter.url, GAP_MS: String(gapMs) });
  const post = async (url: string, id: string): Promise<number> =>
    (await fetch(`${url}/events`, { method: 'POST', body: JSON.stringify({ id }) })).status;
  /** What is on disk of every run, by event: its status and its completed steps. */
  const onDisk = (): Map<string, { readonly status: string; readonly done: readonly string[] }> => {
    const inspector = openInspector(join(dataDir, 'runs.db'));
    const runs = inspector.list({ limit: 1000 }).map((run) => {
      const journal = inspector.show(run.id)?.journal ?? [];
      const done = journal
        .filter((entry) => entry.kind === 'step' && entry.status === 'completed')
        .map((entry) => `${run.eventId}/${entry.name}`);
      return [run.eventId, { status: run.status, done }] as const;
    });
    inspector.close();
    return new Map(runs);
  };
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await delay(20);
  };
  return { counter, start, post, onDisk, until };
}

test('killed between two steps: the completed one does not run again, the run completes', async () => {
  const { counter, start, post, onDisk, until } = await scene(400);
  const first = start();
  expect(await post(await first.url, 'e')).toBe(202);
  await until(() => onDisk().get('e')?.done.length === 1);
  await first.kill();
  expect(onDisk().get('e')?.done).toEqual(['e/a']);
  const second = start();
  await until(() => onDisk().get('e')?.status === 'completed');
  expect(counter.calls.map(({ call }) => call)).toEqual(['e/a', 'e/b', 'e/c']);
  expect(await post(await second.url, 'e')).toBe(202);
  expect(onDisk().size).toBe(1);
});

test('killed inside a step: that step runs again with the same idempotency key, the ones before it do not', async () => {
  const { counter, start, post, onDisk, until } = await scene();
  const first = start();
  counter.onCall = async (call) => {
    if (call === 'e/b') await first.kill();
  };
  await post(await first.url, 'e');
  await first.ended;
  counter.onCall = () => undefined;
  start();
  await until(() => onDisk().get('e')?.status === 'completed');
  expect(counter.calls.map(({ call }) => call)).toEqual(['e/a', 'e/b', 'e/b', 'e/c']);
  expect(counter.calls[2]?.key).toBe(counter.calls[1]?.key);
});

test('killed again and again under load: no acknowledged event is lost, no completed step is repeated', async () => {
  const { counter, start, post, onDisk, until } = await scene();
  const acknowledged = new Set<string>();
  const completed = new Set<string>();
  for (const [round, killAt] of [7, 23, 12].entries()) {
    const child = start();
    const url = await child.url;
    let calls = 0;
    counter.onCall = async (call) => {
      expect(completed.has(call), `${call} was completed before the crash`).toBe(false);
      calls += 1;
      if (calls === killAt) await child.kill();
    };
    const posts = Array.from({ length: 15 }, async (_, n) => {
      const id = `r${round}n${n}`;
      if ((await post(url, id).catch(() => 0)) === 202) acknowledged.add(id);
    });
    await Promise.all([child.ended, ...posts]);
    for (const { done } of onDisk().values()) for (const call of done) completed.add(call);
  }
  counter.onCall = (call) => expect(completed.has(call), `${call} was completed before the crash`).toBe(false);
  start();
  await until(() => [...onDisk().values()].every(({ status }) => status === 'completed'));
  expect(acknowledged.size).toBeGreaterThan(5);
  const runs = onDisk();
  for (const id of acknowledged) expect(runs.get(id)?.done).toEqual([`${id}/a`, `${id}/b`, `${id}/c`]);
  const keys = new Map<string, string>();
  for (const { call, key } of counter.calls) expect(keys.set(call, keys.get(call) ?? key).get(call)).toBe(key);
});
