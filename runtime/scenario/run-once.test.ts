import { expect, onTestFinished, test } from 'vitest';
import { FatalError } from '../context/errors.ts';
import type { StepContext } from '../context/context.ts';
import { defineIntegration, workflow } from '../integration.ts';
import { startMocks } from '../mock/server.ts';
import { runOnce } from './run-once.ts';
import { integration as leads, mocks } from './testing/leads.ts';

const parse = (body: unknown): unknown => body;

async function refresh(ctx: StepContext<object>, input: unknown): Promise<unknown> {
  const page = Number((await ctx.get('checkpoint.page')) ?? 1);
  await ctx.save('save', 'Item', [{ id: page }, { id: 'x' }]);
  await ctx.remove('remove', 'Item', ['gone', 7]);
  await ctx.set('checkpoint.page', page + 1);
  await ctx.sleep('pause', 3_600_000);
  if (input === 'fail') throw new FatalError('no_luck', 'not today', { why: 'rain' });
  await ctx.prune('prune', 'Item');
  return { page, metadata: await ctx.metadata() };
}

const integration = defineIntegration<object>({
  name: 'items',
  version: '1',
  systems: [],
  settings: [{ setting: 'ITEMS_KEY' }],
  metadata: { setting: 'ITEMS_METADATA' },
  records: { Item: { id: ['id'] } },
  clients: () => ({}),
  workflows: { refresh: workflow({ trigger: { kind: 'manual', parse }, run: refresh }) },
});

test('a run tells all that came of it', async () => {
  const records = { Item: [{ id: 'old' }, { id: 'x', name: 'X' }] };
  expect(await runOnce(integration, { workflow: 'refresh', metadata: { repo: 'a' }, records })).toEqual({
    status: 'completed',
    returned: { page: 1, metadata: { repo: 'a' } },
    saved: { Item: [{ id: 1 }, { id: 'x' }] },
    removed: { Item: ['gone', 7] },
    pruned: { Item: ['old'] },
    checkpoint: { page: 2 },
    records: { Item: [{ id: 'x' }, { id: 1 }] },
  });
});

test('a run that fails tells why, and what it did before', async () => {
  const end = await runOnce(integration, { workflow: 'refresh', input: 'fail', checkpoint: { page: 5 } });
  expect(end).toMatchObject({
    status: 'failed',
    failure: { code: 'no_luck', message: 'not today', details: { why: 'rain' } },
    saved: { Item: [{ id: 5 }, { id: 'x' }] },
    pruned: {},
    checkpoint: { page: 6 },
  });
  expect(end).not.toHaveProperty('returned');
});

test('systems are asked at the base URLs that are given, with made-up secrets', async () => {
  const systems = await startMocks(mocks);
  onTestFinished(() => systems.close());
  const baseUrls = { crm: systems.settings['CRM_BASE_URL'] ?? '' };
  expect(
    await runOnce(leads, { workflow: 'byHand', input: { name: 'Bob' }, baseUrls, settings: systems.settings }),
  ).toMatchObject({ status: 'completed' });
  expect(systems.requests).toHaveLength(1);
  expect(await runOnce(leads, { workflow: 'byHand', input: {}, baseUrls })).toMatchObject({
    status: 'failed',
    failure: { code: 'invalid_input' },
  });
});
