import { afterEach, beforeEach, expect, test } from 'vitest';
import { RetryLaterError } from '../context/errors.ts';
import type { Logger } from '../context/logger.ts';
import { createTransport, type TransportPool } from '../http/create-transport.ts';
import { nextLink, nextUrl, urlOf } from '../http/next-page.ts';
import type { NextPage } from '../http/page.ts';
import type { SystemDefinition } from '../http/system.ts';
import type { ApiRequest, Transport } from '../http/transport.ts';
import { settingsFrom } from '../settings/settings.ts';
import type { MockEndpoint, MockPagination } from './definition.ts';
import { valueAt } from './json-path.ts';
import { startMocks, type MockServer } from './server.ts';

const size = { default: 2 } as const;
const list = (id: string, paginate: MockPagination): MockEndpoint => ({
  id,
  method: 'GET',
  path: `/${id}`,
  status: 200,
  does: {
    kind: 'list',
    collection: 'items',
    envelope: { items: [], next: 'sample' },
    items: ['items'],
    order: 'stored',
    match: [],
    paginate,
  },
});
const system: SystemDefinition = {
  id: 'shop',
  baseUrl: 'https://{shop}.example.com/api/v1',
  baseUrlSetting: 'SHOP_BASE_URL',
  variables: { shop: { setting: 'SHOP_NAME' } },
  headers: {},
  timeoutMs: 5000,
  auth: { kind: 'apiKey', in: 'query', name: 'key', secret: 'SHOP_KEY' },
  retry: {
    attempts: 3,
    initialMs: 1,
    factor: 2,
    maxMs: 10,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
};
const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

let server: MockServer;
let pool: TransportPool;
let transport: Transport;
beforeEach(async () => {
  const endpoints: readonly MockEndpoint[] = [
    list('byUrl', { kind: 'nextUrl', size, next: ['next'] }),
    list('byLink', { kind: 'link', size }),
    {
      id: 'create',
      method: 'POST',
      path: '/items',
      status: 201,
      idempotencyHeader: 'Idempotency-Key',
      does: {
        kind: 'create',
        collection: 'items',
        id: { field: ['id'], type: 'integer', prefix: '' },
        example: {},
        item: [],
        envelope: {},
        at: [],
      },
    },
  ];
  const { auth } = system;
  server = await startMocks({
    settings: { SHOP_NAME: 'mock' },
    seeds: { items: [1, 2, 3, 4, 5].map((id) => ({ id })) },
    systems: [{ id: 'shop', baseUrlSetting: 'SHOP_BASE_URL', basePath: '/api/v1', auth, endpoints }],
  });
  pool = createTransport({ settings: settingsFrom(server.settings), log: silent });
  transport = pool.forStep({ idempotencyKey: 'step-1', signal: new AbortController().signal, tenant: '' });
});
afterEach(async () => {
  await pool.close();
  await server.close();
});

const request = (operation: string, more: Partial<ApiRequest<unknown>> = {}): ApiRequest<unknown> => ({
  operation,
  method: 'GET',
  path: `/${operation}`,
  retrySafe: true,
  parse: (body) => body,
  ...more,
});

test.each(['byUrl', 'byLink'])('%s: the runtime’s own client follows the links of a mock system', async (operation) => {
  const ids: unknown[] = [];
  let next: NextPage | undefined;
  do {
    const url = urlOf(next);
    const { body, headers } = await transport.send(system, request(operation, url === undefined ? {} : { url }));
    const items = valueAt(body, ['items']);
    ids.push(...(Array.isArray(items) ? items.map((item) => valueAt(item, ['id'])) : []));
    next = operation === 'byUrl' ? nextUrl(valueAt(body, ['next'])) : nextLink(headers['link']);
    expect(JSON.stringify(next ?? '')).not.toContain('mock-shop-key');
  } while (next !== undefined);
  expect(ids).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  { times: 1, does: { kind: 'status', status: 429, headers: { 'retry-after': '3' } } },
  { times: 1, does: { kind: 'status', status: 500 } },
  { times: 1, does: { kind: 'disconnect', when: 'before' } },
  { times: 1, does: { kind: 'disconnect', when: 'after' } },
] as const)('the runtime’s own client may try again after %j, and one item is stored', async (fault) => {
  server.fault(fault);
  const create = () =>
    pool
      .forStep({ idempotencyKey: 'k', signal: new AbortController().signal, tenant: '' })
      .send(
        system,
        request('create', { method: 'POST', path: '/items', body: { a: 1 }, idempotencyHeader: 'Idempotency-Key' }),
      );
  await expect(create()).rejects.toBeInstanceOf(RetryLaterError);
  expect(await create()).toMatchObject({ status: 201, body: { a: 1, id: 1001 } });
  expect(server.collection('items')).toHaveLength(6);
});

test('the runtime’s own client refuses a malformed answer', async () => {
  server.fault({ times: 1, does: { kind: 'malformed' } });
  await expect(transport.send(system, request('byUrl'))).rejects.toThrow('JSON');
});
