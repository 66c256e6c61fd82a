import { startScenario } from '@flowright/runtime/scenario';
import { expect, onTestFinished, test } from 'vitest';
import { mocks } from '../src/mocks.ts';
import { integration } from '../src/triggers.ts';
import orderPaid from './fixtures/order-paid.json' with { type: 'json' };

test("AC1: A paid order is invoiced to the cent, sent to the warehouse in its words, and the customer's new tier is kept.", async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'orderPaid',
    collections: {
      orders: [
        { placed_at: '2026-03-01T10:00:00Z', status: 'paid', total: 150000 },
        { placed_at: '2025-11-01T10:00:00Z', status: 'paid', total: 40000 },
        { placed_at: '2025-06-01T10:00:00Z', status: 'paid', total: 20000 },
        { placed_at: '2025-01-01T10:00:00Z', status: 'paid', total: 900000 },
      ],
    },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(orderPaid);

  expect(response).toEqual({ status: 200, body: { class: 'parcel', invoiceId: '1001', tier: 'gold' } });
  expect(scenario.calls()).toEqual([
    { call: 'listOrders', path: { id: '512' }, query: { limit: '100' } },
    {
      call: 'createInvoice',
      body: {
        customer_id: '512',
        gross: 13495,
        lines: [
          { gross: 3536, net: 3304, tax: 232 },
          { gross: 8565, net: 7197, tax: 1368 },
          { gross: 1394, net: 1303, tax: 91 },
        ],
        net: 11804,
        reference: 'S-90417',
        tax: 1691,
        terms: 'net14',
      },
    },
    {
      call: 'createShipment',
      path: { reference: 'S-90417' },
      body: {
        class: 'parcel',
        country: 'DE',
        grams: 1150,
        picks: [
          { amount: 250, article: 'TEA/ASSAM', colour: 'none', pieces: 4, unit: 'g' },
          { amount: 800, article: 'POT/IRON', colour: 'black', pieces: 1, unit: 'ml' },
          { amount: 50, article: 'TEA/MINT', colour: 'none', pieces: 3, unit: 'g' },
        ],
        recipient: 'Ines Calder',
        reference: 'S-90417',
      },
    },
    { call: 'setTier', path: { id: '512' }, body: { tier: 'gold' } },
  ]);
});

test('AC2: An article number that nobody can read fails the order before anything is asked of anybody.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver({
    country: 'DE',
    customer: { id: 7, name: 'Bo Li', tier: 'bronze' },
    discount: 0,
    id: 2,
    lines: [{ amount: 100, quantity: 1, rate: 1900, sku: 'TEAPOT' }],
    number: 'S-2',
    placed_at: '2026-03-14T13:26:53Z',
    prices_include_tax: false,
  });

  expect(response.status).toBe(500);
  expect(scenario.outcome()).toMatchObject({
    code: 'unknown_article',
    details: { sku: 'TEAPOT' },
    message: 'order S-2 has an article number that nobody can read: TEAPOT',
  });
  expect(scenario.calls()).toEqual([]);
});

test('AC3: A customer whose tier stays is not written; prices without tax, a light order and another country.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid', collections: { orders: [] } });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver({
    country: 'at',
    customer: { id: 7, name: 'Bo Li', tier: 'bronze' },
    discount: 0,
    id: 3,
    lines: [
      { amount: 333, quantity: 2, rate: 1000, sku: 'CUP-RED-BLU' },
      { amount: 332, quantity: 1, rate: 1000, sku: 'CUP-TALL-GRN' },
    ],
    number: 'S-3',
    placed_at: '2026-03-14T13:26:53Z',
    prices_include_tax: false,
  });

  expect(response).toEqual({ status: 200, body: { class: 'parcel', invoiceId: '1001', tier: 'bronze' } });
  expect(scenario.calls()).toEqual([
    { call: 'listOrders', path: { id: '7' }, query: { limit: '100' } },
    {
      call: 'createInvoice',
      body: {
        customer_id: '7',
        gross: 732,
        lines: [
          { gross: 367, net: 333, tax: 34 },
          { gross: 365, net: 332, tax: 33 },
        ],
        net: 665,
        reference: 'S-3',
        tax: 67,
        terms: 'prepaid',
      },
    },
    {
      call: 'createShipment',
      path: { reference: 'S-3' },
      body: {
        class: 'parcel',
        country: 'AT',
        grams: 0,
        picks: [
          { amount: 0, article: 'CUP/RED', colour: 'blue', pieces: 2, unit: 'none' },
          { amount: 0, article: 'CUP/TALL', colour: 'green', pieces: 1, unit: 'none' },
        ],
        recipient: 'Bo Li',
        reference: 'S-3',
      },
    },
  ]);
});

test("AC4: All pages of a customer's orders count.", async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'orderPaid',
    collections: {
      orders: [
        { placed_at: '2026-03-01T10:00:00Z', status: 'paid', total: 150000 },
        { placed_at: '2026-02-01T10:00:00Z', status: 'paid', total: 40000 },
        { placed_at: '2026-01-01T10:00:00Z', status: 'paid', total: 10000 },
      ],
    },
    pageSize: 2,
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver({
    country: 'DE',
    customer: { id: 7, name: 'Bo Li', tier: 'gold' },
    discount: 0,
    id: 4,
    lines: [{ amount: 499, quantity: 1, rate: 700, sku: 'TEA-MINT-50G' }],
    number: 'S-4',
    placed_at: '2026-03-14T13:26:53Z',
    prices_include_tax: false,
  });

  expect(response).toEqual({ status: 200, body: { class: 'letter', invoiceId: '1001', tier: 'gold' } });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'listOrders',
    'listOrders',
    'createInvoice',
    'createShipment',
  ]);
});

test('AC5: The same order again, within two days, is invoiced and shipped once.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid', collections: { orders: [] } });
  onTestFinished(() => scenario.close());

  await scenario.deliverRepeatedly(2, orderPaid, { everyMs: 169200000 });

  expect(scenario.outcome()).toEqual(expect.not.objectContaining({ status: 'failed' }));
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'listOrders',
    'createInvoice',
    'createShipment',
    'setTier',
  ]);
});

test('AC6: A request without a valid signature is answered 401 and calls nothing.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(orderPaid, { tamper: 'body' });

  expect(response.status).toBe(401);
  expect(scenario.calls()).toEqual([]);
});

test('AC7: Systems that are busy for a while get each request once they take it, the invoice with the same key.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'orderPaid',
    collections: { orders: [] },
    faults: [
      { endpoint: 'listOrders', times: 3, does: { kind: 'status', status: 503 } },
      { endpoint: 'createInvoice', times: 2, does: { kind: 'status', status: 503 } },
      { endpoint: 'createShipment', times: 2, does: { kind: 'disconnect', when: 'before' } },
      { endpoint: 'setTier', times: 3, does: { kind: 'status', status: 503 } },
    ],
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(orderPaid);

  expect(response.status).toBe(200);
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'listOrders',
    'listOrders',
    'listOrders',
    'listOrders',
    'createInvoice',
    'createInvoice',
    'createInvoice',
    'createShipment',
    'createShipment',
    'createShipment',
    'setTier',
    'setTier',
    'setTier',
    'setTier',
  ]);
  expect(scenario.tokens()).toBe(1);
});
