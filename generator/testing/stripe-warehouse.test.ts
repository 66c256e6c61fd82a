import { describe, expect, test } from 'vitest';
import { manualClock } from '../../runtime/testing/manual-clock.ts';
import { callsOf, idsIn, invoice, rowsIn, startBilling, startSystems } from './billing.ts';

const first = 'in_1Q000001FLWRT';
/** The last invoices of the first two pages, newest first. */
const [page1, page2] = ['in_1Q000151FLWRT', 'in_1Q000051FLWRT'];
const allPages = [
  'list after nothing',
  'write 100',
  `list after ${page1}`,
  'write 100',
  `list after ${page2}`,
  'write 50',
];
const seconds = (time: string) => Date.parse(time) / 1000;
const DAY_1 = '2026-03-02T00:00:00Z';
const DAY_2 = '2026-03-03T00:00:00Z';

describe('the first run', () => {
  test('pages through all invoices, and writes each page before it asks for the next', async () => {
    const systems = await startSystems();
    const { fireAt } = await startBilling(systems);
    expect(await fireAt(DAY_1)).toBe('completed');
    expect(callsOf(systems)).toEqual(allPages);
    const window = { 'created[gte]': '0', 'created[lt]': String(seconds(DAY_1)), limit: '100' };
    const lists = systems.requests.filter(({ endpoint }) => endpoint === 'listInvoices');
    expect(lists.map(({ query }) => query)).toEqual([
      window,
      { ...window, starting_after: page1 },
      { ...window, starting_after: page2 },
    ]);
    for (const { headers } of lists) expect(headers['stripe-version']).toBe('2026-06-24.dahlia');
    const writes = systems.requests.filter(({ endpoint }) => endpoint === 'appendRows');
    expect(new Set(writes.map(({ path }) => path))).toEqual(new Set(['/tables/billing.invoices/rows']));

    const invoices: readonly { readonly id: string }[] = JSON.parse(JSON.stringify(systems.collection('invoices')));
    expect(writes.flatMap(({ body }) => rowsIn(body)).map((row) => row.invoice_id)).toEqual(
      invoices.map(({ id }) => id),
    );
    expect(new Set(invoices.map(({ id }) => id)).size).toBe(250);
  });

  test('writes rows exactly as the mapping says, dates in UTC', async () => {
    const systems = await startSystems();
    const { fireAt } = await startBilling(systems);
    await fireAt(DAY_1);
    const rows = new Map(systems.requests.flatMap(({ body }) => rowsIn(body)).map((row) => [row.invoice_id, row]));
    expect(rows.get('in_1Q000250FLWRT')).toEqual({
      invoice_id: 'in_1Q000250FLWRT',
      customer_id: 'cus_Q7Osei',
      customer_email: 'billing@osei.example',
      number: 'FW-0250',
      status: 'paid',
      is_settled: true,
      currency: 'USD',
      total: 907.5,
      tax: 144.89,
      line_count: 1,
      products: ['prod_storage'],
      issued_at: '2026-03-01T12:10:00.000Z',
      due_on: null,
      period: '2026-01',
    });
    // A draft: no number, not settled, two lines whose products come sorted and whose taxes are added (66.12 + 66.13).
    expect(rows.get('in_1Q000249FLWRT')).toEqual({
      invoice_id: 'in_1Q000249FLWRT',
      customer_id: 'cus_Q7Ferreira',
      customer_email: 'billing@ferreira.example',
      number: null,
      status: 'draft',
      is_settled: false,
      currency: 'EUR',
      total: 828.31,
      tax: 132.25,
      line_count: 2,
      products: ['prod_storage', 'prod_team'],
      issued_at: '2026-03-01T12:09:00.000Z',
      due_on: null,
      period: '2026-01',
    });
    expect(rows.get('in_1Q000247FLWRT')).toMatchObject({
      status: 'open',
      is_settled: false,
      total: 669.93,
      tax: 106.96,
      due_on: '2026-03-15',
      issued_at: '2026-03-01T12:07:00.000Z',
    });
    expect(rows.get('in_1Q000246FLWRT')).toMatchObject({
      customer_email: null,
      tax: 94.32,
      products: ['prod_enterprise', 'prod_storage'],
    });
    expect(rows.get('in_1Q000245FLWRT')).toMatchObject({ status: 'void', currency: 'GBP', is_settled: false });
    expect(rows.get(first)).toMatchObject({
      customer_email: null,
      number: 'FW-0001',
      total: 89.19,
      tax: 14.24,
      due_on: '2026-03-15',
      issued_at: '2026-03-01T08:01:00.000Z',
    });
  });

  test('of an account without invoices writes nothing, and moves the checkpoint', async () => {
    const systems = await startSystems();
    const { fireAt } = await startBilling(systems);
    expect(await fireAt('2026-02-01T00:00:00Z')).toBe('completed');
    await fireAt('2026-02-02T00:00:00Z');
    expect(callsOf(systems)).toEqual(['list after nothing', 'list after nothing']);
    expect(systems.requests[1]?.query).toMatchObject({
      'created[gte]': String(seconds('2026-02-01T00:00:00Z')),
      'created[lt]': String(seconds('2026-02-02T00:00:00Z')),
    });
  });
});

describe('the next run', () => {
  test('fetches only what is new, also what was created in the second in which the window closed', async () => {
    const systems = await startSystems();
    const { fireAt } = await startBilling(systems);
    await fireAt('2026-03-02T00:00:00.700Z');
    systems.insert('invoices', [
      invoice('in_edge', seconds(DAY_1)),
      invoice('in_new', seconds(DAY_1) + 3600),
      invoice('in_tomorrow', seconds(DAY_2)),
    ]);
    expect(await fireAt(DAY_2)).toBe('completed');
    expect(callsOf(systems).slice(allPages.length)).toEqual(['list after nothing', 'write 2']);
    expect(systems.requests[allPages.length]?.query).toEqual({
      'created[gte]': String(seconds(DAY_1)),
      'created[lt]': String(seconds(DAY_2)),
      limit: '100',
    });
    expect(rowsIn(systems.requests.at(-1)?.body).map((row) => row.invoice_id)).toEqual(['in_edge', 'in_new']);
  });

  test('after a write that failed repeats the window, from where the checkpoint still stands, and ends complete', async () => {
    const systems = await startSystems();
    const { fireAt, engine } = await startBilling(systems);
    systems.fault({
      endpoint: 'appendRows',
      after: 2,
      times: 1,
      does: { kind: 'status', status: 422, body: { message: 'the table is locked' } },
    });
    expect(await fireAt(DAY_1)).toBe('failed');
    expect(engine.list()).toMatchObject([
      {
        error: {
          code: 'invalid_input',
          step: 'appendRows/page-3',
          message: expect.stringContaining('the table is locked'),
        },
      },
    ]);
    expect(systems.collection('rows')).toHaveLength(200);
    expect(await fireAt(DAY_2)).toBe('completed');
    expect(systems.requests[allPages.length]?.query).toEqual({
      'created[gte]': '0',
      'created[lt]': String(seconds(DAY_2)),
      limit: '100',
    });
    expect(callsOf(systems)).toEqual([...allPages, ...allPages]);
    // The rows that were written twice are there once.
    expect(idsIn(systems)).toEqual(systems.collection('invoices').map((stored) => Object(stored).id));
    await fireAt('2026-03-04T00:00:00Z');
    expect(systems.requests.at(-1)?.query).toMatchObject({ 'created[gte]': String(seconds(DAY_2)) });
  });

  test('a failed run that is retried by hand writes only what it had not written', async () => {
    const systems = await startSystems();
    const { fireAt, engine } = await startBilling(systems);
    systems.fault({ endpoint: 'appendRows', after: 1, times: 1, does: { kind: 'status', status: 400 } });
    await fireAt(DAY_1);
    await engine.retry(engine.list()[0]?.id ?? '');
    await engine.idle();
    expect(callsOf(systems)).toEqual([...allPages.slice(0, 4), ...allPages.slice(3)]);
    expect(systems.collection('rows')).toHaveLength(250);
  });

  test.each(['before', 'after'] as const)(
    'a write that is answered 500, or cut off %s it was done, is sent again with the same rows',
    async (when) => {
      const systems = await startSystems();
      const { fireAt } = await startBilling(systems);
      systems.fault({ endpoint: 'appendRows', times: 1, does: { kind: 'status', status: 500 } });
      systems.fault({ endpoint: 'appendRows', times: 1, does: { kind: 'disconnect', when } });
      expect(await fireAt(DAY_1)).toBe('completed');
      expect(callsOf(systems)).toEqual([
        'list after nothing',
        'write 100',
        'write 100',
        'write 100',
        ...allPages.slice(2),
      ]);
      expect(systems.requests[2]?.body).toEqual(systems.requests[1]?.body);
      expect(systems.collection('rows')).toHaveLength(250);
    },
  );

  test('a page that is no JSON fails the run and leaves the checkpoint where it was', async () => {
    const systems = await startSystems();
    const { fireAt, engine } = await startBilling(systems);
    systems.fault({ endpoint: 'listInvoices', after: 1, times: 1, does: { kind: 'malformed' } });
    expect(await fireAt(DAY_1)).toBe('failed');
    expect(engine.list()).toMatchObject([{ error: { code: 'invalid_response', step: 'page/page-2' } }]);
    await fireAt(DAY_2);
    expect(systems.requests[3]?.query).toMatchObject({ 'created[gte]': '0' });
  });

  test('an invoice that does not fit its model names the place', async () => {
    const systems = await startSystems();
    const { fireAt, engine } = await startBilling(systems);
    systems.insert('invoices', [
      {
        ...invoice('in_strange', seconds(DAY_1) - 1),
        lines: { object: 'list', data: [{ amount: 'ten' }], has_more: false },
      },
    ]);
    expect(await fireAt(DAY_1)).toBe('failed');
    expect(engine.list()[0]?.error).toMatchObject({
      code: 'invalid_response',
      message: expect.stringMatching(/data\[50\]\.lines\.data\[0\]/u),
    });
  });
});

describe('the schedule', () => {
  test('fires on the full hour, and the run is given that time', async () => {
    const systems = await startSystems();
    const clock = manualClock(Date.parse('2026-03-02T09:59:30Z'));
    const { engine } = await startBilling(systems, { clock, schedules: true });
    await clock.advance(29_999);
    expect(engine.list()).toEqual([]);
    await clock.advance(1);
    await engine.idle();
    expect(engine.list()).toMatchObject([
      { status: 'completed', input: { scheduledAt: Date.parse('2026-03-02T10:00:00Z') } },
    ]);
    expect(systems.requests[0]?.query).toMatchObject({ 'created[lt]': String(seconds('2026-03-02T10:00:00Z')) });
    await clock.advance(3_600_000);
    await engine.idle();
    expect(systems.requests.at(-1)?.query).toMatchObject({
      'created[gte]': String(seconds('2026-03-02T10:00:00Z')),
      'created[lt]': String(seconds('2026-03-02T11:00:00Z')),
    });
  });
});
