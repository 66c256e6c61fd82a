import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openInspector, type RunDetails } from '@flowright/runtime';
import type { MockServer } from '@flowright/runtime/mock';
import { describe, expect, test } from 'vitest';
import { startChild, type Child } from '../../runtime/testing/child-process.ts';
import { temporaryFolder } from '../../runtime/testing/test-engine.ts';
import { allCalls, callsOf, deliver, main, paidOrder, startSystems } from './shop.ts';

const created = { status: 200, body: { dealId: '1001', created: true } };

/** The integration as a process of its own, on a folder that outlives it. */
async function scene() {
  const systems = await startSystems();
  const dataDir = temporaryFolder();
  const start = (): Child => startChild(main, { ...systems.settings, FLOWRIGHT_DATA_DIR: dataDir });
  return { systems, dataDir, start };
}

/** The only run that is on disk. */
function runIn(dataDir: string): RunDetails | undefined {
  const inspector = openInspector(path.join(dataDir, 'runs.db'));
  try {
    return inspector.show(inspector.list()[0]?.id ?? '');
  } finally {
    inspector.close();
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(20);
}

/** Kills the process while `endpoint` has the request and has not answered it. */
async function killIn(endpoint: string, systems: MockServer, child: Child): Promise<void> {
  systems.fault({ endpoint, times: 1, does: { kind: 'slow', delayMs: 60_000 } });
  const killed = new Promise<void>((resolve) => {
    const stop = systems.onRequest((request) => {
      if (request.endpoint !== endpoint) return;
      stop();
      void child.kill().then(resolve);
    });
  });
  const delivered = deliver(await child.url, paidOrder());
  await expect(delivered).rejects.toThrow('fetch failed');
  await killed;
}

describe('kill -9', () => {
  test.each([
    ['searchDeals', 3],
    ['searchContacts', 1],
  ] as const)(
    'inside %s: only that step runs again, the run completes, the redelivery gets its answer',
    async (endpoint, calls) => {
      const { systems, dataDir, start } = await scene();
      await killIn(endpoint, systems, start());
      expect(callsOf(systems)).toEqual(allCalls.slice(0, calls));
      const again = start();
      expect(await deliver(await again.url, paidOrder())).toEqual(created);
      expect(callsOf(systems)).toEqual([...allCalls.slice(0, calls), ...allCalls.slice(calls - 1)]);
      expect([systems.collection('contacts').length, systems.collection('deals').length]).toEqual([1, 1]);
      await until(() => runIn(dataDir)?.status === 'completed');
    },
  );

  test('inside createDeal, which must not be sent twice: no second deal is made, and a person is asked to look', async () => {
    const { systems, dataDir, start } = await scene();
    await killIn('createDeal', systems, start());
    const again = start();
    expect(await deliver(await again.url, paidOrder())).toMatchObject({
      status: 502,
      body: {
        error: {
          code: 'outcome_unknown',
          message: expect.stringMatching(/hubspot\.createDeal \(POST .*\/crm\/v3\/objects\/deals\).* look in hubspot/u),
        },
      },
    });
    await until(() => runIn(dataDir)?.status === 'failed');
    expect(runIn(dataDir)?.error).toMatchObject({
      code: 'outcome_unknown',
      step: 'newDeal',
      details: { system: 'hubspot', operation: 'createDeal' },
    });
    expect(callsOf(systems)).toEqual(allCalls.slice(0, 4));
    expect(systems.collection('deals')).toHaveLength(1);
  });

  test('between two steps, right after the deal was made: it is not made again', async () => {
    const { systems, dataDir, start } = await scene();
    const first = start();
    // The next step is told to come back: the run stands between the two, on disk.
    systems.fault({
      endpoint: 'createLineItems',
      times: 1,
      does: { kind: 'status', status: 429, headers: { 'retry-after': '2' } },
    });
    const delivered = deliver(await first.url, paidOrder());
    await until(() => runIn(dataDir)?.journal.some(({ status }) => status === 'retrying') === true);
    await Promise.all([expect(delivered).rejects.toThrow('fetch failed'), first.kill()]);
    expect(
      runIn(dataDir)
        ?.journal.filter(({ status }) => status === 'completed')
        .map(({ name }) => name),
    ).toEqual(['contacts', 'created', 'deals', 'newDeal']);
    const again = start();
    expect(await deliver(await again.url, paidOrder())).toEqual(created);
    expect(callsOf(systems)).toEqual([...allCalls.slice(0, 5), ...allCalls.slice(4)]);
    const [before, after] = systems.requests.filter(({ endpoint }) => endpoint === 'createLineItems');
    expect(after?.body).toEqual(before?.body);
    // Neither a restart nor the time that it takes shortens what HubSpot asked for.
    expect((after?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThanOrEqual(1999);
    expect(systems.collection('deals')).toHaveLength(1);
  });

  test('after the end: the next process answers the redelivery from disk, and calls nothing', async () => {
    const { systems, start } = await scene();
    const first = start();
    expect(await deliver(await first.url, paidOrder())).toEqual(created);
    await first.kill();
    expect(await deliver(await start().url, paidOrder())).toEqual(created);
    expect(callsOf(systems)).toEqual(allCalls);
  });

  test('without a redelivery the run is taken up all the same', async () => {
    const { systems, dataDir, start } = await scene();
    await killIn('searchDeals', systems, start());
    start();
    await until(() => runIn(dataDir)?.status === 'completed');
    expect(runIn(dataDir)?.reply).toEqual(created);
    expect(systems.collection('deals')).toHaveLength(1);
  });
});
