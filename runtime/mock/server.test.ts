import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordedRequest } from './fault.ts';
import { startMocks, type MockServer } from './server.ts';
import { ask, askShop } from './testing/client.ts';
import { shop } from './testing/shop.ts';

let server: MockServer;
beforeEach(async () => {
  server = await startMocks(shop);
});
afterEach(() => server.close());

test('gives base URLs with their paths, and settings for a run against the mocks', () => {
  expect(server.urls['shop']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/shop\/admin\/api\/2026-07$/u);
  expect(server.settings).toEqual({
    WEBHOOK_SECRET: 'mock-webhook-secret',
    SHOP_KEY: 'mock-shop-key',
    CRM_TOKEN: 'mock-crm-token',
    SHOP_BASE_URL: server.urls['shop'],
    CRM_BASE_URL: server.urls['crm'],
  });
});

test('takes given credentials in place of made-up ones', async () => {
  const own = await startMocks(shop, { credentials: { SHOP_KEY: 'k-1' } });
  const answers = [
    await askShop(own, '/orders'),
    await askShop(own, '/orders', 'GET', undefined, { 'x-shop-key': 'k-1' }),
  ];
  await own.close();
  expect(answers.map(({ status }) => status)).toEqual([401, 200]);
  expect(own.settings['SHOP_KEY']).toBe('k-1');
});

test('records what it was asked, without credentials', async () => {
  await askShop(server, '/orders?status=paid&tag=a&tag=b', 'POST', { order: { total: 5, note: 'mock-shop-key' } });
  expect(server.requests).toMatchObject([
    {
      system: 'shop',
      endpoint: 'createOrder',
      method: 'POST',
      path: '/orders',
      query: { status: 'paid', tag: ['a', 'b'] },
      headers: { 'x-shop-key': '***', 'content-type': 'application/json' },
      body: { order: { total: 5, note: '***' } },
      status: 201,
    },
  ]);
  expect(JSON.stringify(server.requests)).not.toContain('mock-shop-key');
});

test('answers 404 below an unknown path, outside the base path and below an unknown system, and records it without endpoint', async () => {
  const origin = new URL(server.urls['shop'] ?? '').origin;
  const answers = [
    await askShop(server, '/nothing'),
    await ask(`${origin}/shop/orders`),
    await ask(`${origin}/other/x`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(answers[0]?.body).toMatchObject({ error: { code: 'unknown_endpoint' } });
  expect(server.requests.map(({ system, endpoint }) => [system, endpoint])).toEqual([
    ['shop', undefined],
    ['shop', undefined],
    ['', undefined],
  ]);
});

test('answers 405 with Allow to another method, and 204 to OPTIONS', async () => {
  const answers = [await askShop(server, '/orders', 'DELETE'), await askShop(server, '/orders', 'OPTIONS')];
  expect(answers.map(({ status, headers }) => [status, headers.get('allow')])).toEqual([
    [405, 'GET, POST, OPTIONS'],
    [204, 'GET, POST, OPTIONS'],
  ]);
});

test('answers HEAD as GET without a body', async () => {
  const answer = await askShop(server, '/orders/1', 'HEAD');
  expect([answer.status, answer.body]).toEqual([200, '']);
  expect(server.requests).toMatchObject([{ method: 'HEAD', endpoint: 'getOrder' }]);
});

test('answers 400 to a body that claims to be JSON and is not', async () => {
  const response = await fetch(`${server.urls['shop']}/orders`, {
    method: 'POST',
    body: '{"order":',
    headers: { 'content-type': 'application/json', 'x-shop-key': 'mock-shop-key' },
  });
  expect(response.status).toBe(400);
  expect(server.requests).toMatchObject([{ endpoint: 'createOrder', body: '{"order":', status: 400 }]);
  expect(server.collection('orders')).toHaveLength(2);
});

test('sends a text body as it is where the endpoint says its content type', async () => {
  const answer = await ask(`${server.urls['crm']}/ping`, 'GET', undefined, { authorization: 'bearer mock-crm-token' });
  expect([answer.body, answer.headers.get('content-type')]).toEqual(['pong', 'text/plain']);
});

test('hands out copies of what is stored, and names the collections it knows', () => {
  const orders = server.collection('orders');
  Object.assign(orders[0] ?? {}, { status: 'changed' });
  expect(server.collection('orders')).toEqual(shop.seeds['orders']);
  expect(() => server.collection('order')).toThrow("no mock collection 'order'; there is: orders, contacts");
});

test('takes items that come into being on the side of the system, as copies, until a reset', async () => {
  const item = { id: 9, status: 'paid', total: 1 };
  server.insert('orders', [item, { id: 10 }]);
  item.status = 'changed';
  expect((await askShop(server, '/orders/9')).body).toMatchObject({ id: 9, status: 'paid' });
  expect(server.collection('orders')).toHaveLength(4);
  expect(() => server.insert('order', [{}])).toThrow("no mock collection 'order'");
  server.reset();
  expect(server.collection('orders')).toHaveLength(2);
});

test('reset brings the seeds back and forgets requests, faults and idempotency keys', async () => {
  const create = () => askShop(server, '/orders', 'POST', { order: {} }, { 'idempotency-key': 'k' });
  await create();
  server.fault({ times: 1, does: { kind: 'malformed' } });
  server.reset();
  expect([server.requests, server.collection('orders')]).toEqual([[], shop.seeds['orders']]);
  expect((await create()).body).toMatchObject({ order: { id: 1001 } });
  expect(server.collection('orders')).toHaveLength(3);
});

test('tells listeners and the log of each request', async () => {
  const lines: string[] = [];
  const own = await startMocks(shop, { log: (line) => lines.push(line) });
  const seen: RecordedRequest[] = [];
  const stop = own.onRequest((request) => seen.push(request));
  await askShop(own, '/orders/1');
  stop();
  await askShop(own, '/nothing');
  await own.close();
  expect(seen).toMatchObject([{ endpoint: 'getOrder', status: 200 }]);
  expect(lines).toEqual(['shop GET /orders/1 200 getOrder', 'shop GET /nothing 404 unknown endpoint']);
});

test('close may be called twice and does not wait for keep-alive connections', async () => {
  const own = await startMocks(shop);
  await askShop(own, '/orders', 'GET', undefined, { connection: 'keep-alive' });
  await Promise.all([own.close(), own.close()]);
  await expect(askShop(own, '/orders')).rejects.toThrow();
});

test('says that a port is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(startMocks(shop, { port })).rejects.toThrow(`cannot listen on port ${port}`);
  other.close();
});
