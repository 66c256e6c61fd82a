import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMocks, type MockServer } from './server.ts';
import { ask, askShop } from './testing/client.ts';
import { shop } from './testing/shop.ts';

let server: MockServer;
let control: string;
beforeEach(async () => {
  server = await startMocks(shop);
  control = `${new URL(server.urls['shop'] ?? '').origin}/__mock`;
});
afterEach(() => server.close());

test('tells URLs, requests and collections', async () => {
  await askShop(server, '/orders/1');
  expect((await ask(control)).body).toEqual({ urls: server.urls });
  expect((await ask(`${control}/requests`)).body).toEqual(server.requests);
  expect((await ask(`${control}/collections/orders`)).body).toEqual(server.collection('orders'));
  expect(await ask(`${control}/collections/nope`)).toMatchObject({
    status: 404,
    body: { error: { message: /no mock collection 'nope'/u } },
  });
});

test('takes faults and clears them', async () => {
  const fault = { system: 'shop', times: 5, does: { kind: 'status', status: 503, headers: { 'retry-after': '2' } } };
  expect((await ask(`${control}/faults`, 'POST', fault)).status).toBe(204);
  expect((await askShop(server, '/orders')).status).toBe(503);
  expect((await ask(`${control}/faults`, 'DELETE')).status).toBe(204);
  expect((await askShop(server, '/orders')).status).toBe(200);
});

test('resets', async () => {
  await askShop(server, '/orders/1', 'DELETE');
  expect((await ask(`${control}/reset`, 'POST')).status).toBe(204);
  expect([server.requests, server.collection('orders')]).toEqual([[], shop.seeds['orders']]);
});

test.each([
  [[], /is an object/u],
  [{ times: '1', does: { kind: 'malformed' } }, /'times' is a number/u],
  [{ times: 0, does: { kind: 'malformed' } }, /whole number from 1/u],
  [{ times: 1, after: 'x', does: { kind: 'malformed' } }, /'after' is a number/u],
  [{ times: 1, system: 1, does: { kind: 'malformed' } }, /'system' is text/u],
  [{ times: 1, endpoint: 1, does: { kind: 'malformed' } }, /'endpoint' is text/u],
  [{ times: 1 }, /'does' is an object/u],
  [{ times: 1, does: { kind: 'explode' } }, /one of status, slow, malformed, disconnect/u],
  [{ times: 1, does: { kind: 'status', status: 99 } }, /from 200 to 599/u],
  [{ times: 1, does: { kind: 'status', status: 500, headers: { a: 1 } } }, /header 'a'/u],
  [{ times: 1, does: { kind: 'slow', delayMs: -1 } }, /'delayMs'/u],
  [{ times: 1, does: { kind: 'disconnect' } }, /'when'/u],
])('refuses the fault %j', async (fault, message) => {
  const { status, body } = await ask(`${control}/faults`, 'POST', fault);
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringMatching(message)]);
});

test('answers 404 below paths that it does not have, and records none of its own requests', async () => {
  expect((await ask(`${control}/nothing`)).status).toBe(404);
  expect(server.requests).toEqual([]);
});
