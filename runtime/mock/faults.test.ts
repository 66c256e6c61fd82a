import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMocks, type MockServer } from './server.ts';
import { ask, askShop } from './testing/client.ts';
import { shop } from './testing/shop.ts';

let server: MockServer;
beforeEach(async () => {
  server = await startMocks(shop);
});
afterEach(() => server.close());

const create = () => askShop(server, '/orders', 'POST', { order: { total: 1 } });

test('status: answers so without doing anything, as many times as asked', async () => {
  server.fault({
    times: 2,
    does: { kind: 'status', status: 429, headers: { 'retry-after': '1' }, body: { slow: 'down' } },
  });
  const answers = [await create(), await create(), await create()];
  expect(answers.map(({ status }) => status)).toEqual([429, 429, 201]);
  expect([answers[0]?.headers.get('retry-after'), answers[0]?.body]).toEqual(['1', { slow: 'down' }]);
  expect(server.collection('orders')).toHaveLength(3);
  expect(server.requests.map(({ status, fault }) => [status, fault?.kind])).toEqual([
    [429, 'status'],
    [429, 'status'],
    [201, undefined],
  ]);
});

test('status: an empty text is no body', async () => {
  server.fault({ times: 1, does: { kind: 'status', status: 200, body: '' } });
  const { status, headers, body } = await create();
  expect([status, headers.get('content-type'), body]).toEqual([200, null, '']);
});

test('after: lets requests through first', async () => {
  server.fault({ times: 1, after: 1, does: { kind: 'status', status: 500 } });
  expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([201, 500, 201]);
});

test('system and endpoint: only the requests that fit meet the fault', async () => {
  server.fault({ system: 'crm', times: 1, does: { kind: 'status', status: 503 } });
  server.fault({ endpoint: 'getOrder', times: 1, does: { kind: 'status', status: 502 } });
  const crm = () => ask(`${server.urls['crm']}/ping`, 'GET', undefined, { authorization: 'Bearer mock-crm-token' });
  const answers = [await askShop(server, '/orders'), await askShop(server, '/orders/1'), await crm(), await crm()];
  expect(answers.map(({ status }) => status)).toEqual([200, 502, 503, 200]);
});

test('faults come one after another', async () => {
  server.fault({ times: 1, does: { kind: 'status', status: 429 } });
  server.fault({ times: 1, does: { kind: 'status', status: 500 } });
  expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([429, 500, 201]);
});

test('clearFaults ends them', async () => {
  server.fault({ times: 9, does: { kind: 'status', status: 500 } });
  server.clearFaults();
  expect((await create()).status).toBe(201);
});

test('slow: the work is done at once and the answer waits, longer than the client does', async () => {
  server.fault({ times: 1, does: { kind: 'slow', delayMs: 60_000 } });
  const seen = new Promise<void>((resolve) => void server.onRequest(() => resolve()));
  const client = new AbortController();
  const answer = fetch(`${server.urls['shop']}/orders`, {
    method: 'POST',
    body: '{"order":{}}',
    headers: { 'content-type': 'application/json', 'x-shop-key': 'mock-shop-key' },
    signal: client.signal,
  });
  await seen;
  client.abort();
  await expect(answer).rejects.toThrow('abort');
  expect(server.collection('orders')).toHaveLength(3);
  expect(server.requests).toMatchObject([{ status: 201, fault: { kind: 'slow', delayMs: 60_000 } }]);
});

test('slow: answers in the end', async () => {
  server.fault({ times: 1, does: { kind: 'slow', delayMs: 5 } });
  expect((await create()).status).toBe(201);
});

test('malformed: answers 200 with JSON that breaks off', async () => {
  server.fault({ times: 1, does: { kind: 'malformed' } });
  const answer = await create();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(answer.body).toMatch(/^\{"order":\{/u);
  expect(() => JSON.parse(String(answer.body))).toThrow();
  expect(server.requests).toMatchObject([{ status: 200, fault: { kind: 'malformed' } }]);
});

test.each([
  { when: 'before', stored: 2 },
  { when: 'after', stored: 3 },
] as const)('disconnect $when: cuts the connection with $stored orders stored', async ({ when, stored }) => {
  server.fault({ times: 1, does: { kind: 'disconnect', when } });
  await expect(create()).rejects.toThrow('fetch failed');
  expect(server.collection('orders')).toHaveLength(stored);
  expect(server.requests).toMatchObject([{ endpoint: 'createOrder', status: 0, fault: { kind: 'disconnect', when } }]);
  expect((await create()).status).toBe(201);
});

test('a retry with the same idempotency key after a lost answer gets that answer', async () => {
  server.fault({ times: 1, does: { kind: 'disconnect', when: 'after' } });
  const send = () => askShop(server, '/orders', 'POST', { order: {} }, { 'idempotency-key': 'k' });
  await expect(send()).rejects.toThrow();
  expect((await send()).body).toMatchObject({ order: { id: 1001 } });
  expect(server.collection('orders')).toHaveLength(3);
});

test.each([{ times: 0 }, { times: 1.5 }, { times: 1, after: -1 }])(
  'refuses counts that make no sense: %o',
  (counts) => {
    expect(() => server.fault({ ...counts, does: { kind: 'malformed' } })).toThrow(/whole number/u);
  },
);
