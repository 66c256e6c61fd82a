import { describe, expect, test } from 'vitest';
import { allCalls, callsOf, deliver, paidOrder, sign, startShop, startSystems } from './shop.ts';

/** HubSpot keeps every property as text. */
const textual = { amount: '187.4' };
const search = (propertyName: string, value: string) => ({
  filterGroups: [{ filters: [{ propertyName, operator: 'EQ', value }] }],
  limit: 1,
});
const contact = { email: 'ines.calder@example.com', firstname: 'Ines', lastname: 'Calder', phone: '+1 207 555 0148' };
const deal = {
  dealname: 'Order #1042',
  amount: 187.4,
  closedate: 1773494813000, // 2026-03-14T13:26:53Z
  dealstage: 'closedwon',
  deal_currency_code: 'USD',
  hs_priority: 'medium',
  shopify_order_id: '5817263401122',
  description: 'Leave with the porter, please.',
};
const onDeal = [{ to: { id: '1001' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] }];
const lineItem = (properties: unknown) => ({ properties, associations: onDeal });
const ofContact = (id: string) => [
  { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 3 }] },
];
const created = { status: 200, body: { dealId: '1001', created: true } };

describe('a paid order', () => {
  test('of a new customer makes exactly the calls that the spec says, in order, with exactly these bodies', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    expect(await deliver(url, paidOrder())).toEqual(created);
    expect(
      systems.requests.map(({ system, method, path, query, status, body }) => ({
        call: `${system} ${method} ${path}`,
        query,
        status,
        body,
      })),
    ).toEqual([
      {
        call: 'hubspot POST /crm/v3/objects/contacts/search',
        query: {},
        status: 200,
        body: search('email', 'ines.calder@example.com'),
      },
      { call: 'hubspot POST /crm/v3/objects/contacts', query: {}, status: 201, body: { properties: contact } },
      {
        call: 'hubspot POST /crm/v3/objects/deals/search',
        query: {},
        status: 200,
        body: search('shopify_order_id', '5817263401122'),
      },
      {
        call: 'hubspot POST /crm/v3/objects/deals',
        query: {},
        status: 201,
        body: { properties: deal, associations: ofContact('1001') },
      },
      {
        call: 'hubspot POST /crm/v3/objects/line_items/batch/create',
        query: {},
        status: 200,
        body: {
          inputs: [
            lineItem({ name: 'Assam, 250 g', quantity: 4, price: 18.5, hs_sku: 'TEA-ASSAM-250' }),
            lineItem({ name: 'Gift wrapping', quantity: 1, price: 6 }),
            lineItem({ name: 'Cast-iron pot, 0.8 l', quantity: 1, price: 92, hs_sku: 'POT-IRON-08' }),
          ],
        },
      },
      {
        call: 'shopify POST /orders/5817263401122/metafields.json',
        query: {},
        status: 201,
        body: { metafield: { namespace: 'hubspot', key: 'deal_id', type: 'single_line_text_field', value: '1001' } },
      },
    ]);
    expect(systems.collection('contacts')).toEqual([{ id: '1001', properties: contact }]);
    expect(systems.collection('deals')).toEqual([
      { id: '1001', properties: { ...deal, ...textual }, associations: ofContact('1001') },
    ]);
    expect(systems.collection('metafields')).toMatchObject([{ value: '1001' }]);
  });

  test('of a known customer goes to the contact that is there', async () => {
    const systems = await startSystems({
      contacts: [
        { id: '1', properties: { email: 'other@example.com' } },
        { id: '77', properties: contact },
      ],
    });
    const { url } = await startShop(systems);
    expect(await deliver(url, paidOrder())).toEqual(created);
    expect(callsOf(systems)).toEqual(allCalls.filter((call) => call !== 'createContact'));
    expect(systems.requests.find(({ endpoint }) => endpoint === 'createDeal')?.body).toEqual({
      properties: deal,
      associations: ofContact('77'),
    });
    expect(systems.collection('contacts')).toHaveLength(2);
  });

  test('whose deal is there creates nothing, and answers its id', async () => {
    const systems = await startSystems({
      contacts: [{ id: '77', properties: contact }],
      deals: [{ id: '500', properties: { ...deal, ...textual } }],
    });
    const { url } = await startShop(systems);
    expect(await deliver(url, paidOrder())).toEqual({ status: 200, body: { dealId: '500', created: false } });
    expect(callsOf(systems)).toEqual(['searchContacts', 'searchDeals']);
    expect(systems.collection('deals')).toHaveLength(1);
  });

  test('with little in it is mapped without what is missing', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    const order = paidOrder({
      customer: null,
      shipping_address: null,
      contact_email: ' A@B.example ',
      note: null,
      line_items: [],
      total_price: '10000.005',
      financial_status: 'partially_refunded',
      currency: 'EUR',
    });
    expect(await deliver(url, order)).toEqual(created);
    const bodyOf = (called: string) => systems.requests.find(({ endpoint }) => endpoint === called)?.body;
    const { description: _, ...rest } = deal;
    expect(bodyOf('searchContacts')).toEqual(search('email', 'a@b.example'));
    expect(bodyOf('createContact')).toEqual({ properties: { email: 'a@b.example' } });
    expect(bodyOf('createDeal')).toEqual({
      properties: {
        ...rest,
        amount: 10000.01,
        dealstage: 'appointmentscheduled',
        deal_currency_code: 'EUR',
        hs_priority: 'high',
      },
      associations: ofContact('1001'),
    });
    expect(bodyOf('createLineItems')).toEqual({ inputs: [] });
  });

  test('that is a test order is ignored', async () => {
    const systems = await startSystems();
    const { url, engine } = await startShop(systems);
    expect(await deliver(url, paidOrder({ test: true }))).toEqual({ status: 200, body: { ignored: true } });
    expect([callsOf(systems), engine.list()]).toEqual([[], []]);
  });

  test('without an e-mail address fails with invalid_input, and calls nothing', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    const order = paidOrder({ customer: null, contact_email: null });
    const answer = await deliver(url, order);
    expect(answer).toEqual({
      status: 422,
      body: {
        error: { code: 'invalid_input', message: 'order #1042 has no e-mail address' },
        runId: expect.any(String),
      },
    });
    expect(await deliver(url, order)).toEqual(answer);
    expect(callsOf(systems)).toEqual([]);
  });
});

describe('a delivery that comes again', () => {
  test('makes no call and gets the same answer', async () => {
    const systems = await startSystems();
    const { url, engine } = await startShop(systems);
    expect(await deliver(url, paidOrder())).toEqual(created);
    expect(await deliver(url, paidOrder())).toEqual(created);
    expect(callsOf(systems)).toEqual(allCalls);
    expect(engine.list()).toHaveLength(1);
  });

  test('ten times at once runs once, and every sender gets the answer', async () => {
    const systems = await startSystems();
    const { url, engine } = await startShop(systems);
    const answers = await Promise.all(Array.from({ length: 10 }, () => deliver(url, paidOrder())));
    expect(answers).toEqual(Array.from({ length: 10 }, () => created));
    expect(callsOf(systems)).toEqual(allCalls);
    expect(engine.list()).toHaveLength(1);
  });

  test('under other ids, all at once, still makes one deal: runs of one order come one after the other', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    const answers = await Promise.all(
      Array.from({ length: 4 }, (_, n) => deliver(url, paidOrder(), { id: `delivery-${n}` })),
    );
    const found = { status: 200, body: { dealId: '1001', created: false } };
    expect(
      answers.toSorted(
        (a, b) => Number(JSON.stringify(a).includes('false')) - Number(JSON.stringify(b).includes('false')),
      ),
    ).toEqual([created, found, found, found]);
    expect(systems.collection('deals')).toHaveLength(1);
  });
});

describe('a request that must not be taken', () => {
  const text = JSON.stringify(paidOrder());
  const good = sign(text);
  const tampered = good.startsWith('A') ? `B${good.slice(1)}` : `A${good.slice(1)}`;

  test.each([
    ['no signature', null],
    ['an empty signature', ''],
    ['a signature that is wrong in one character', tampered],
    ['a signature that is cut short', good.slice(0, -4)],
    ['a signature that is longer', `${good}AAAA`],
    ['a signature that is no base64', '!!!! not base64 !!!!'],
    ['the right signature in hex', Buffer.from(good, 'base64').toString('hex')],
    ['a signature by another secret', sign(text, 'another secret')],
    ['a signature over other bytes', sign(`${text} `)],
    [
      'a signature over the same data in another order of keys',
      sign(JSON.stringify(Object.fromEntries(Object.entries(paidOrder()).toReversed()))),
    ],
  ])('%s: 401, and nothing runs', async (_, signature) => {
    const systems = await startSystems();
    const { url, engine } = await startShop(systems);
    expect(await deliver(url, text, { signature })).toEqual({
      status: 401,
      body: { error: { code: 'unauthorized', message: 'the request does not prove its sender' } },
    });
    expect([systems.requests, engine.list()]).toEqual([[], []]);
  });

  test('an unsigned body that is no JSON either is 401, since nothing is parsed before the sender is known', async () => {
    const { url } = await startShop(await startSystems());
    expect((await deliver(url, '{', { signature: null })).status).toBe(401);
  });

  test('signed bytes that are no JSON: 400', async () => {
    const systems = await startSystems();
    const { url } = await startShop(systems);
    expect(await deliver(url, '{"id": 1,')).toEqual({
      status: 400,
      body: { error: { code: 'invalid_json', message: expect.any(String) } },
    });
    expect(systems.requests).toEqual([]);
  });

  test('an id that a number cannot hold exactly: 422, since it would be read as another one', async () => {
    const systems = await startSystems();
    const { url, engine } = await startShop(systems);
    const answer = await deliver(
      url,
      JSON.stringify(paidOrder({ id: 1 })).replace('"id":1,', '"id":9007199254740993,'),
    );
    expect(answer).toMatchObject({
      status: 422,
      body: { error: { issues: [{ path: 'id', message: 'is too large to be held exactly' }] } },
    });
    expect([systems.requests, engine.list()]).toEqual([[], []]);
  });

  test('an order that violates its model: 422 that names every place, not the values', async () => {
    const systems = await startSystems();
    const { url, engine } = await startShop(systems);
    const [first, second] = [
      { id: 1, title: 'a', quantity: 1, price: '1' },
      { id: 2, title: 'b', quantity: -3, price: '1' },
    ];
    const { name: _, ...nameless } = paidOrder({
      total_price: 'ten',
      customer: { email: 'secret@example.com' },
      line_items: [first, second],
    });
    const { status, body } = await deliver(url, nameless);
    expect([status, body]).toEqual([
      422,
      { error: { code: 'invalid_input', message: expect.any(String), issues: expect.any(Array) } },
    ]);
    const issues: readonly { readonly path: string }[] = Object(body).error.issues;
    expect(issues.map(({ path }) => path).toSorted()).toEqual([
      'customer.id',
      'line_items[1].quantity',
      'name',
      'total_price',
    ]);
    expect(JSON.stringify(body)).not.toMatch(/secret@example|"ten"|'ten'/u);
    expect([systems.requests, engine.list()]).toEqual([[], []]);
  });

  test('another method or path: 405 and 404', async () => {
    const { url } = await startShop(await startSystems());
    expect((await fetch(`${url}/shopify/orders`)).status).toBe(405);
    expect((await fetch(`${url}/shopify/order`, { method: 'POST' })).status).toBe(404);
  });
});
