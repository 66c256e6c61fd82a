import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startMocks } from '../../mock/server.ts';
import { startChild } from '../../testing/child-process.ts';
import { temporaryFolder } from '../../testing/test-engine.ts';
import type { RunDetails } from '../run.ts';
import { openInspector } from './open-inspector.ts';

/** A shop that stores an order at once and answers late, and a process that is killed while it waits for that answer. */
async function killedInside(event: { readonly retrySafe: boolean }) {
  const dataDir = temporaryFolder();
  const shop = await startMocks({
    seeds: {},
    systems: [
      {
        id: 'shop',
        baseUrlSetting: 'SHOP_BASE_URL',
        basePath: '',
        auth: { kind: 'none' },
        endpoints: [
          {
            id: 'createOrder',
            method: 'POST',
            path: '/orders',
            status: 201,
            does: {
              kind: 'create',
              collection: 'orders',
              id: { field: ['id'], type: 'integer', prefix: '' },
              example: {},
              item: [],
              envelope: {},
              at: [],
            },
          },
        ],
      },
    ],
  });
  onTestFinished(() => shop.close());
  const start = () => startChild('one-post.ts', { ...shop.settings, FLOWRIGHT_DATA_DIR: dataDir });
  const post = async (url: string) =>
    fetch(`${url}/events`, { method: 'POST', body: JSON.stringify({ id: 'e', ...event }) });
  const inspect = async <T>(look: (inspector: ReturnType<typeof openInspector>) => T | Promise<T>): Promise<T> => {
    const inspector = openInspector(join(dataDir, 'runs.db'));
    try {
      return await look(inspector);
    } finally {
      inspector.close();
    }
  };
  const onDisk = () => inspect((inspector) => inspector.show(inspector.list()[0]?.id ?? ''));
  const ended = async (status: string): Promise<RunDetails | undefined> => {
    while ((await onDisk())?.status !== status) await delay(20);
    return onDisk();
  };
  const retry = () => inspect((inspector) => inspector.retry(inspector.list()[0]?.id ?? ''));

  const child = start();
  const url = await child.url;
  shop.fault({ times: 1, does: { kind: 'slow', delayMs: 60_000 } });
  shop.onRequest(() => void child.kill());
  await expect(post(url)).rejects.toThrow('fetch failed');
  await child.ended;
  return { shop, start, post, onDisk, ended, retry };
}

test('killed inside a request that must not be repeated: it is not sent again, and the run is a dead letter that says where to look', async () => {
  const { shop, start, post, onDisk, ended, retry } = await killedInside({ retrySafe: false });
  expect((await onDisk())?.journal).toMatchObject([{ name: 'order', status: 'sending' }]);
  const second = start();
  const answer = await post(await second.url);
  expect([answer.status, await answer.json()]).toMatchObject([
    502,
    {
      error: {
        code: 'outcome_unknown',
        message: expect.stringContaining('whether shop.createOrder (POST /shop/orders) got through'),
      },
    },
  ]);
  expect(await ended('failed')).toMatchObject({
    error: { code: 'outcome_unknown', step: 'order', details: { system: 'shop', operation: 'createOrder' } },
  });
  expect(shop.requests).toHaveLength(1);
  await second.kill();
  // Looked at, and told to do it again.
  await retry();
  start();
  expect(await ended('completed')).toMatchObject({ result: { event: 'e', id: 1002 } });
  expect(shop.requests).toHaveLength(2);
});

test('killed inside a request that may be repeated: it is sent again, and the run completes', async () => {
  const { shop, start, onDisk, ended } = await killedInside({ retrySafe: true });
  expect((await onDisk())?.journal).toEqual([]);
  start();
  await ended('completed');
  expect(shop.requests).toHaveLength(2);
});
