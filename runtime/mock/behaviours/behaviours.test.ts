import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMocks, type MockServer } from '../server.ts';
import { ask, askShop } from '../testing/client.ts';
import { shop } from '../testing/shop.ts';

let server: MockServer;
beforeEach(async () => {
  server = await startMocks(shop);
});
afterEach(() => server.close());

const ids = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body)).orders.map((order: { readonly id: number }) => order.id);

test('respond: answers its body, and a literal path wins over a template', async () => {
  expect((await askShop(server, '/orders/count')).body).toEqual({ count: 2 });
});

test('list: puts the matching items and their number into the envelope', async () => {
  const { body } = await askShop(server, '/orders?status=paid');
  expect(body).toEqual({ orders: [server.collection('orders')[0]], count: 1, page: 'all' });
});

test('list: filters restrict together, and not where the request does not give them', async () => {
  const all = await askShop(server, '/orders');
  const big = await askShop(server, `/orders?${new URLSearchParams({ 'total[gte]': '100' })}`);
  const none = await askShop(
    server,
    `/orders?${new URLSearchParams({ 'total[gte]': '100', created_before: '2026-01-15T00:00:00Z' })}`,
  );
  expect([ids(all.body), ids(big.body), ids(none.body)]).toEqual([[1, 2], [2], []]);
});

test('create: stores what was sent over the example, with the next id', async () => {
  const first = await askShop(server, '/orders', 'POST', { order: { total: 7, customer: { name: 'Eve' } } });
  const second = await askShop(server, '/orders', 'POST', { order: {} });
  expect(first).toMatchObject({
    status: 201,
    body: { order: { id: 1001, status: 'pending', total: 7, customer: { name: 'Eve', vip: false } } },
  });
  expect(second.body).toMatchObject({ order: { id: 1002 } });
  expect(server.collection('orders').slice(2)).toEqual([
    { id: 1001, status: 'pending', total: 7, customer: { name: 'Eve', vip: false } },
    { id: 1002, status: 'pending', customer: { name: 'name', vip: false } },
  ]);
  expect((await askShop(server, '/orders/1001')).body).toMatchObject({ total: 7 });
});

test('create and update: answer scalars in the kinds of the example, as a system does that keeps all as text', async () => {
  const { body } = await askShop(server, '/orders', 'POST', { order: { status: 5, customer: { name: 7 } } });
  expect(body).toMatchObject({ order: { status: '5', customer: { name: '7' } } });
  expect((await askShop(server, '/orders/1', 'PATCH', { order: { status: 6, total: '91.50' } })).body).toMatchObject({
    order: { status: '6', total: 91.5 },
  });
});

test('create: stores each item of a list, with prefixed ids', async () => {
  const auth = { authorization: 'Bearer mock-crm-token' };
  const { body } = await ask(
    `${server.urls['crm']}/contacts/batch`,
    'POST',
    { inputs: [{ name: 'a' }, { name: 'b' }] },
    auth,
  );
  const stored = [
    { name: 'a', id: 'c_1001' },
    { name: 'b', id: 'c_1002' },
  ];
  expect(body).toEqual({ status: 'COMPLETE', results: stored });
  expect(server.collection('contacts')).toEqual(stored);
});

test('create: keeps an id that was sent, and answers 409 where it is taken', async () => {
  const answers = [
    await askShop(server, '/orders', 'POST', { order: { id: 55 } }),
    await askShop(server, '/orders', 'POST', { order: { id: 55 } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 409]);
  expect(server.collection('orders')).toHaveLength(3);
});

test('create: a PUT may be repeated, and replaces what it stored before', async () => {
  const put = (id: string, name: string) =>
    ask(`${server.urls['crm']}/contacts/${id}`, 'PUT', { id, name }, { authorization: 'Bearer mock-crm-token' });
  const answers = [await put('c_1', 'a'), await put('c_2', 'b'), await put('c_1', 'c')];
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [200, { id: 'c_1', name: 'a' }],
    [200, { id: 'c_2', name: 'b' }],
    [200, { id: 'c_1', name: 'c' }],
  ]);
  expect(server.collection('contacts')).toEqual([
    { id: 'c_1', name: 'c' },
    { id: 'c_2', name: 'b' },
  ]);
});

const upsertContacts = (path: string, body: unknown) =>
  ask(`${server.urls['crm']}${path}`, 'POST', body, { authorization: 'Bearer mock-crm-token' });

test('upsert: stores what is new, and replaces in its place what has the same id', async () => {
  const first = await upsertContacts('/contacts/upsert', {
    inputs: [
      { email: 'a', name: 'A', vip: true },
      { email: 'b', name: 'B' },
    ],
  });
  await upsertContacts('/contacts/upsert', { inputs: [{ email: 'c' }, { email: 'a', name: 'AA' }] });
  expect(first).toMatchObject({ status: 200, body: { accepted: 1 } });
  expect(server.collection('contacts')).toEqual([
    { email: 'a', name: 'AA', vip: false },
    { email: 'b', name: 'B', vip: false },
    { email: 'c', vip: false },
  ]);
});

test('upsert: a request that is repeated changes nothing, nor does an item that comes twice in one', async () => {
  const twice = { inputs: [{ email: 'a' }, { email: 'b' }, { email: 'a' }] };
  await upsertContacts('/contacts/upsert', twice);
  await upsertContacts('/contacts/upsert', twice);
  expect(server.collection('contacts')).toEqual([
    { email: 'a', vip: false },
    { email: 'b', vip: false },
  ]);
});

test('upsert: keeps the fields in the order in which they were sent', async () => {
  await upsertContacts('/contacts/upsert', { inputs: [{ vip: true, email: 'a', name: 'A' }] });
  expect(JSON.stringify(server.collection('contacts'))).toBe('[{"vip":true,"email":"a","name":"A"}]');
});

test('upsert: takes a single item, gives an id to one that brings none, and answers it', async () => {
  const bodies = [
    await upsertContacts('/contacts', { email: 'a', name: 'A' }),
    await upsertContacts('/contacts', { email: 'a', name: 'AA' }),
    await upsertContacts('/contacts', { name: 'C' }),
  ];
  expect(bodies.map(({ body }) => body)).toEqual([
    { email: 'a', name: 'A', vip: false },
    { email: 'a', name: 'AA', vip: false },
    { email: 'c_1001', name: 'C', vip: false },
  ]);
  expect(server.collection('contacts')).toHaveLength(2);
});

test('upsert: answers 400 where the body holds something else than objects, and stores nothing', async () => {
  expect((await upsertContacts('/contacts/upsert', { inputs: [{ email: 'a' }, 'text'] })).status).toBe(400);
  expect(server.collection('contacts')).toEqual([]);
});

test('create: answers 400 where the body holds no object for the item', async () => {
  expect((await askShop(server, '/orders', 'POST', { order: 'text' })).status).toBe(400);
});

test('create: repeats the first answer for an idempotency key that repeats, and stores nothing new', async () => {
  const send = (key: string) => askShop(server, '/orders', 'POST', { order: { total: 1 } }, { 'idempotency-key': key });
  const bodies = [(await send('a')).body, (await send('a')).body, (await send('b')).body];
  expect(bodies).toMatchObject([{ order: { id: 1001 } }, { order: { id: 1001 } }, { order: { id: 1002 } }]);
  expect(server.collection('orders')).toHaveLength(4);
  expect(server.requests).toHaveLength(3);
});

test('read: answers the item that matches', async () => {
  expect(await askShop(server, '/orders/%32')).toMatchObject({ status: 200, body: { id: 2 } });
});

test('update: merges deeply and keeps the rest', async () => {
  const { body } = await askShop(server, '/orders/1', 'PATCH', {
    order: { status: 'voided', customer: { vip: false } },
  });
  expect(body).toMatchObject({ order: { id: 1, status: 'voided', total: 90, customer: { name: 'Ada', vip: false } } });
  expect(server.collection('orders')[0]).toEqual((await askShop(server, '/orders/1')).body);
});

test('replace: drops what was not sent, but not the id of the path', async () => {
  await askShop(server, '/orders/1', 'PUT', { status: 'new' });
  expect(server.collection('orders')[0]).toEqual({ status: 'new', id: 1 });
});

test('delete: removes the item', async () => {
  expect(await askShop(server, '/orders/1', 'DELETE')).toMatchObject({ status: 204, body: '' });
  expect((await askShop(server, '/orders/1')).status).toBe(404);
  expect(server.collection('orders')).toHaveLength(1);
});

test.each(['GET', 'PATCH', 'PUT', 'DELETE'])(
  '%s answers 404 with a JSON body where nothing matches',
  async (method) => {
    const answer = await askShop(server, '/orders/9', method, method === 'GET' ? undefined : {});
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  },
);
