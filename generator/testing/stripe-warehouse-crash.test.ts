import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openInspector } from '@flowright/runtime';
import type { MockServer } from '@flowright/runtime/mock';
import { expect, test } from 'vitest';
import { startChild, type Child } from '../../runtime/testing/child-process.ts';
import { temporaryFolder } from '../../runtime/testing/test-engine.ts';
import { callsOf, idsIn, invoice, rowsIn, startSystems } from './billing.ts';

const program = new URL('billing-process.ts', import.meta.url).href;
const [page1, page2] = ['in_1Q000151FLWRT', 'in_1Q000051FLWRT'];
const allPages = [
  'list after nothing',
  'write 100',
  `list after ${page1}`,
  'write 100',
  `list after ${page2}`,
  'write 50',
];

async function scene() {
  const systems = await startSystems();
  const dataDir = temporaryFolder();
  /** Far from UTC, so that a date in local time is a wrong date. */
  const start = (now = '2026-03-02T00:00:00Z'): Child =>
    startChild(program, { ...systems.settings, FLOWRIGHT_DATA_DIR: dataDir, NOW: now, TZ: 'Pacific/Kiritimati' });
  const completed = async (runs: number): Promise<void> => {
    while (statuses(dataDir).filter((status) => status === 'completed').length < runs) await delay(20);
  };
  return { systems, dataDir, start, completed };
}

function statuses(dataDir: string): readonly string[] {
  const inspector = openInspector(path.join(dataDir, 'runs.db'));
  const found = inspector.list().map(({ status }) => status);
  inspector.close();
  return found;
}

/** Kills the process while the call of this number, from 1, has no answer. */
async function killInCall(number: number, systems: MockServer, start: () => Child): Promise<void> {
  systems.fault({ after: number - 1, times: 1, does: { kind: 'slow', delayMs: 60_000 } });
  const reached = new Promise<void>((resolve) => {
    const stop = systems.onRequest(({ fault }) => {
      if (fault === undefined) return;
      stop();
      resolve();
    });
  });
  const child = start();
  await reached;
  await child.kill();
}

test.each([
  ['while it asks for the second page', 3],
  ['while it asks for the third page', 5],
])(
  'kill -9 %s: pages that are written are neither fetched nor written again, and every invoice is one row',
  async (_, call) => {
    const { systems, start, completed } = await scene();
    await killInCall(call, systems, start);
    expect(callsOf(systems)).toEqual(allPages.slice(0, call));
    start();
    await completed(1);
    expect(callsOf(systems)).toEqual([...allPages.slice(0, call), ...allPages.slice(call - 1)]);
    // Only that one page is asked for again, with the same window.
    expect(systems.requests[call]?.query).toEqual(systems.requests[call - 1]?.query);
    const ids = systems.requests.flatMap(({ body }) => rowsIn(body)).map((row) => row.invoice_id);
    expect([ids.length, new Set(ids).size]).toEqual([250, 250]);
  },
);

test('kill -9 inside a write: that page alone is written again, with the same rows, and no row is doubled', async () => {
  const { systems, start, completed } = await scene();
  await killInCall(4, systems, start);
  start();
  await completed(1);
  expect(callsOf(systems)).toEqual([...allPages.slice(0, 4), ...allPages.slice(3)]);
  expect(systems.requests[4]?.body).toEqual(systems.requests[3]?.body);
  expect([idsIn(systems).length, new Set(idsIn(systems)).size]).toEqual([250, 250]);
});

test('the process that is started after a killed one keeps its window, and the next run begins where it ended', async () => {
  const { systems, start, completed } = await scene();
  await killInCall(3, systems, start);
  const second = start('2026-03-02T05:00:00Z');
  await completed(1);
  await second.kill();
  const late = {
    ...invoice('in_late', Date.parse('2026-03-02T04:00:00Z') / 1000),
    due_date: Date.parse('2026-03-31T23:30:00Z') / 1000,
    period_start: Date.parse('2026-01-31T23:30:00Z') / 1000,
  };
  systems.insert('invoices', [late]);
  start('2026-03-02T06:00:00Z');
  await completed(2);
  const windows = systems.requests
    .filter(({ endpoint }) => endpoint === 'listInvoices')
    .map(({ query }) => `${String(query['created[gte]'])} to ${String(query['created[lt]'])}`);
  const [day1, later] = [Date.parse('2026-03-02T00:00:00Z') / 1000, Date.parse('2026-03-02T06:00:00Z') / 1000];
  expect([...new Set(windows)]).toEqual([`0 to ${String(day1)}`, `${String(day1)} to ${String(later)}`]);
  expect(rowsIn(systems.requests.at(-1)?.body)).toMatchObject([
    { invoice_id: 'in_late', issued_at: '2026-03-02T04:00:00.000Z', due_on: '2026-03-31', period: '2026-01' },
  ]);
});
