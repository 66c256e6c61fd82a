import { startScenario } from '@flowright/runtime/scenario';
import { expect, onTestFinished, test } from 'vitest';
import { mocks } from '../src/mocks.ts';
import { integration } from '../src/triggers.ts';
import invoicesTwoHours from './fixtures/invoices-two-hours.json' with { type: 'json' };

test('AC1: All pages are fetched, and every invoice becomes exactly one row.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'syncInvoices', now: '2026-03-02T00:00:00Z' });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls()).toEqual([
    { call: 'listInvoices', query: { 'created[gte]': '0', 'created[lt]': '1772409600', limit: '100' } },
    expect.objectContaining({ call: 'appendRows', path: { table: 'billing.invoices' } }),
    {
      call: 'listInvoices',
      query: { 'created[gte]': '0', 'created[lt]': '1772409600', limit: '100', starting_after: 'in_1Q000151FLWRT' },
    },
    expect.objectContaining({ call: 'appendRows', path: { table: 'billing.invoices' } }),
    {
      call: 'listInvoices',
      query: { 'created[gte]': '0', 'created[lt]': '1772409600', limit: '100', starting_after: 'in_1Q000051FLWRT' },
    },
    expect.objectContaining({ call: 'appendRows', path: { table: 'billing.invoices' } }),
  ]);
  expect(scenario.checkpoint()).toEqual({ createdFrom: 1772409600 });
});

test('AC2: The cursor moves only after the last page was written; a failed write leaves it where it was.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'syncInvoices',
    now: '2026-03-02T00:00:00Z',
    checkpoint: { createdFrom: 0 },
    faults: [
      {
        endpoint: 'appendRows',
        times: 1,
        after: 2,
        does: { kind: 'status', status: 422, body: { message: 'the table is locked' } },
      },
    ],
  });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toMatchObject({ code: 'invalid_input' });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'listInvoices',
    'appendRows',
    'listInvoices',
    'appendRows',
    'listInvoices',
    'appendRows',
  ]);
  expect(scenario.checkpoint()).toEqual({ createdFrom: 0 });
});

test('AC3: The second run fetches only invoices that were created since the first.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'syncInvoices',
    now: '2026-03-02T00:00:00Z',
    collections: { invoices: invoicesTwoHours },
  });
  onTestFinished(() => scenario.close());

  await scenario.fire(2);

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls()).toEqual([
    { call: 'listInvoices', query: { 'created[gte]': '0', 'created[lt]': '1772409600', limit: '100' } },
    {
      call: 'appendRows',
      path: { table: 'billing.invoices' },
      body: {
        rows: [
          {
            currency: 'USD',
            customer_email: 'billing@osei.example',
            customer_id: 'cus_Q7Osei',
            due_on: null,
            invoice_id: 'in_1Q000250FLWRT',
            is_settled: true,
            issued_at: '2026-03-01T12:10:00.000Z',
            line_count: 1,
            number: 'FW-0250',
            period: '2026-01',
            products: ['prod_storage'],
            status: 'paid',
            tax: 144.89,
            total: 907.5,
          },
        ],
      },
    },
    { call: 'listInvoices', query: { 'created[gte]': '1772409600', 'created[lt]': '1772413200', limit: '100' } },
    {
      call: 'appendRows',
      path: { table: 'billing.invoices' },
      body: {
        rows: [
          {
            currency: 'EUR',
            customer_email: 'billing@ferreira.example',
            customer_id: 'cus_Q7Ferreira',
            due_on: null,
            invoice_id: 'in_1Q000251FLWRT',
            is_settled: false,
            issued_at: '2026-03-02T00:30:00.000Z',
            line_count: 3,
            number: null,
            period: '2026-01',
            products: ['prod_storage', 'prod_team'],
            status: 'draft',
            tax: 132.25,
            total: 828.31,
          },
        ],
      },
    },
  ]);
  expect(scenario.checkpoint()).toEqual({ createdFrom: 1772413200 });
});

test('AC4: A warehouse that is busy for a while gets the same rows again, and holds each once.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'syncInvoices',
    now: '2026-03-02T00:00:00Z',
    collections: { invoices: invoicesTwoHours },
    faults: [
      { endpoint: 'appendRows', times: 2, does: { kind: 'status', status: 503, headers: { 'Retry-After': '30' } } },
    ],
  });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['listInvoices', 'appendRows', 'appendRows', 'appendRows']);
  expect(scenario.collection('rows')).toMatchObject([{ invoice_id: 'in_1Q000250FLWRT' }]);
});

test('AC5: When Stripe cannot answer for a while, it is asked again.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'syncInvoices',
    now: '2026-03-02T00:00:00Z',
    collections: { invoices: invoicesTwoHours },
    faults: [{ endpoint: 'listInvoices', times: 4, does: { kind: 'status', status: 503 } }],
  });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'listInvoices',
    'listInvoices',
    'listInvoices',
    'listInvoices',
    'listInvoices',
    'appendRows',
  ]);
});

test('AC6: An hour without invoices writes nothing, and is done.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'syncInvoices',
    now: '2026-03-02T00:00:00Z',
    collections: { invoices: [] },
  });
  onTestFinished(() => scenario.close());

  await scenario.fire();

  expect(scenario.outcome()).toEqual({ status: 'completed' });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['listInvoices']);
  expect(scenario.checkpoint()).toEqual({ createdFrom: 1772409600 });
});
