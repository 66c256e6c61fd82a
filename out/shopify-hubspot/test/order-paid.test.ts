import { startScenario } from '@flowright/runtime/scenario';
import { expect, onTestFinished, test } from 'vitest';
import { mocks } from '../src/mocks.ts';
import { integration } from '../src/triggers.ts';
import orderPaid from './fixtures/order-paid.json' with { type: 'json' };

test("AC1: A paid order of a new customer creates the contact, the deal and its line items, and writes the deal's id back.", async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(orderPaid, { headers: { 'x-shopify-webhook-id': 'delivery-1' } });

  expect(response).toEqual({ status: 200, body: { created: true, dealId: '1001' } });
  expect(scenario.calls()).toEqual([
    {
      call: 'searchContacts',
      body: {
        filterGroups: [{ filters: [{ operator: 'EQ', propertyName: 'email', value: 'ines.calder@example.com' }] }],
        limit: 1,
      },
    },
    {
      call: 'createContact',
      body: {
        properties: {
          email: 'ines.calder@example.com',
          firstname: 'Ines',
          lastname: 'Calder',
          phone: '+1 207 555 0148',
        },
      },
    },
    {
      call: 'searchDeals',
      body: {
        filterGroups: [{ filters: [{ operator: 'EQ', propertyName: 'shopify_order_id', value: '5817263401122' }] }],
        limit: 1,
      },
    },
    {
      call: 'createDeal',
      body: {
        associations: [
          { to: { id: '1001' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }] },
        ],
        properties: {
          amount: 187.4,
          closedate: 1773494813000,
          deal_currency_code: 'USD',
          dealname: 'Order #1042',
          dealstage: 'closedwon',
          description: 'Leave with the porter, please.',
          hs_priority: 'medium',
          shopify_order_id: '5817263401122',
        },
      },
    },
    {
      call: 'createLineItems',
      body: {
        inputs: [
          {
            associations: [
              { to: { id: '1001' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] },
            ],
            properties: { hs_sku: 'TEA-ASSAM-250', name: 'Assam, 250 g', price: 18.5, quantity: 4 },
          },
          {
            associations: [
              { to: { id: '1001' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] },
            ],
            properties: { name: 'Gift wrapping', price: 6, quantity: 1 },
          },
          {
            associations: [
              { to: { id: '1001' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] },
            ],
            properties: { hs_sku: 'POT-IRON-08', name: 'Cast-iron pot, 0.8 l', price: 92, quantity: 1 },
          },
        ],
      },
    },
    {
      call: 'createMetafield',
      path: { order_id: '5817263401122' },
      body: { metafield: { key: 'deal_id', namespace: 'hubspot', type: 'single_line_text_field', value: '1001' } },
    },
  ]);
});

test("AC2: A known customer's contact is used, not created again.", async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'orderPaid',
    collections: { contacts: [{ id: '77', properties: { email: 'ines.calder@example.com' } }] },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(orderPaid, { headers: { 'x-shopify-webhook-id': 'delivery-1' } });

  expect(response).toEqual({ status: 200, body: { created: true, dealId: '1001' } });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'searchContacts',
    'searchDeals',
    'createDeal',
    'createLineItems',
    'createMetafield',
  ]);
  expect(scenario.collection('contacts')).toMatchObject([{ id: '77' }]);
  expect(scenario.collection('deals')).toMatchObject([{ associations: [{ to: { id: '77' } }] }]);
});

test('AC3: The same delivery again, within two days, makes no second call.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid' });
  onTestFinished(() => scenario.close());

  const responses = await scenario.deliverRepeatedly(2, orderPaid, {
    headers: { 'x-shopify-webhook-id': 'delivery-1' },
    everyMs: 169200000,
  });

  for (const response of responses) {
    expect(response).toEqual({ status: 200, body: { created: true, dealId: '1001' } });
  }
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'searchContacts',
    'createContact',
    'searchDeals',
    'createDeal',
    'createLineItems',
    'createMetafield',
  ]);
});

test('AC4: A request without a valid signature is answered 401 and calls nothing.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(orderPaid, {
    headers: { 'x-shopify-webhook-id': 'delivery-1' },
    tamper: 'body',
  });

  expect(response.status).toBe(401);
  expect(scenario.calls()).toEqual([]);
});

test('AC5: A test order is ignored.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    {
      contact_email: 'a@example.com',
      created_at: '2026-03-14T13:26:53Z',
      currency: 'USD',
      financial_status: 'paid',
      id: 1,
      line_items: [],
      name: '#1',
      test: true,
      total_price: '1.00',
    },
    { headers: { 'x-shopify-webhook-id': 'delivery-1' } },
  );

  expect(response.status).toBe(200);
  expect(scenario.calls()).toEqual([]);
});

test('AC6: An order without an e-mail address fails with invalid_input.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    {
      created_at: '2026-03-14T13:26:53Z',
      currency: 'USD',
      financial_status: 'paid',
      id: 2,
      line_items: [],
      name: '#2',
      total_price: '1.00',
    },
    { headers: { 'x-shopify-webhook-id': 'delivery-1' } },
  );

  expect(response.status).toBe(422);
  expect(scenario.outcome()).toMatchObject({ code: 'invalid_input' });
  expect(scenario.calls()).toEqual([]);
});

test('AC7: An order that has its deal already is answered with it, and creates nothing.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'orderPaid',
    collections: {
      contacts: [{ id: '77', properties: { email: 'ines.calder@example.com' } }],
      deals: [{ id: '500', properties: { shopify_order_id: '5817263401122' } }],
    },
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(orderPaid, { headers: { 'x-shopify-webhook-id': 'delivery-1' } });

  expect(response).toEqual({ status: 200, body: { created: false, dealId: '500' } });
  expect(scenario.calls().map(({ call }) => call)).toEqual(['searchContacts', 'searchDeals']);
});

test('AC8: When HubSpot asks to wait, the deal is created once it may be.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'orderPaid',
    faults: [
      { endpoint: 'createDeal', times: 1, does: { kind: 'status', status: 429, headers: { 'Retry-After': '10' } } },
    ],
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(orderPaid, { headers: { 'x-shopify-webhook-id': 'delivery-1' } });

  expect(response).toEqual({ status: 200, body: { created: true, dealId: '1001' } });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'searchContacts',
    'createContact',
    'searchDeals',
    'createDeal',
    'createDeal',
    'createLineItems',
    'createMetafield',
  ]);
  expect(scenario.collection('deals')).toMatchObject([{ properties: { shopify_order_id: '5817263401122' } }]);
});

test('AC9: A large order of a guest has high priority, is rounded to cents, and is mapped without what is missing.', async () => {
  const scenario = await startScenario(integration, mocks, { workflow: 'orderPaid' });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(
    {
      contact_email: ' Guest@Example.com',
      created_at: '2026-03-14T13:26:53Z',
      currency: 'eur',
      financial_status: 'partially_refunded',
      id: 3,
      line_items: [{ id: 4, price: '0.333', quantity: 3, title: 'Samples' }],
      name: '#3',
      total_price: '10000.014',
    },
    { headers: { 'x-shopify-webhook-id': 'delivery-1' } },
  );

  expect(response.status).toBe(200);
  expect(scenario.calls()).toEqual([
    expect.objectContaining({ call: 'searchContacts' }),
    expect.objectContaining({ call: 'createContact' }),
    expect.objectContaining({ call: 'searchDeals' }),
    expect.objectContaining({ call: 'createDeal' }),
    {
      call: 'createLineItems',
      body: {
        inputs: [
          {
            associations: [
              { to: { id: '1001' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] },
            ],
            properties: { name: 'Samples', price: 0.33, quantity: 3 },
          },
        ],
      },
    },
    expect.objectContaining({ call: 'createMetafield' }),
  ]);
  expect(scenario.collection('contacts')).toMatchObject([{ properties: { email: 'guest@example.com' } }]);
  expect(scenario.collection('deals')).toMatchObject([
    {
      properties: {
        amount: '10000.01',
        deal_currency_code: 'EUR',
        dealname: 'Order #3',
        dealstage: 'appointmentscheduled',
        hs_priority: 'high',
      },
    },
  ]);
});

test('AC10: What only reads is tried again whatever went wrong, and the write-back once Shopify takes it.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'orderPaid',
    faults: [
      { endpoint: 'searchContacts', times: 1, does: { kind: 'status', status: 429 } },
      { endpoint: 'searchContacts', times: 1, does: { kind: 'status', status: 503 } },
      { endpoint: 'searchContacts', times: 1, does: { kind: 'disconnect', when: 'before' } },
      { endpoint: 'createMetafield', times: 3, does: { kind: 'status', status: 429 } },
    ],
  });
  onTestFinished(() => scenario.close());

  const response = await scenario.deliver(orderPaid, { headers: { 'x-shopify-webhook-id': 'delivery-1' } });

  expect(response).toEqual({ status: 200, body: { created: true, dealId: '1001' } });
  expect(scenario.calls().map(({ call }) => call)).toEqual([
    'searchContacts',
    'searchContacts',
    'searchContacts',
    'searchContacts',
    'createContact',
    'searchDeals',
    'createDeal',
    'createLineItems',
    'createMetafield',
    'createMetafield',
    'createMetafield',
    'createMetafield',
  ]);
});
