import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startChild } from '../../testing/child-process.ts';
import { temporaryFolder } from '../../testing/test-engine.ts';
import { openInspector } from './open-inspector.ts';

test('killed between two saves: what was saved is counted once, and the prune at the end spares it', async () => {
  const dataDir = temporaryFolder();
  const start = () => startChild('three-saves.ts', { FLOWRIGHT_DATA_DIR: dataDir, GAP_MS: '300' });
  const look = () => {
    const inspector = openInspector(join(dataDir, 'runs.db'));
    const found = { run: inspector.list()[0], ids: inspector.records().map(({ id }) => id) };
    inspector.close();
    return found;
  };
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await delay(20);
  };
  const first = start();
  expect((await fetch(`${await first.url}/events`, { method: 'POST', body: '{"id":"e"}' })).status).toBe(202);
  await until(() => look().ids.length === 2);
  await first.kill();
  expect(look().ids).toEqual(['p1', 'everywhere']);
  start();
  await until(() => look().run?.status === 'completed');
  expect(look().run?.result).toEqual([
    { added: 2, updated: 0, unchanged: 0 },
    { added: 1, updated: 1, unchanged: 0 },
    { added: 1, updated: 1, unchanged: 0 },
    { pruned: 0 },
  ]);
  expect(look().ids).toEqual(['p1', 'everywhere', 'p2', 'p3']);
});
