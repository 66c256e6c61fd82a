import type { MockDefinition, MockEndpoint } from '../definition.ts';

const orderId = { in: 'path', path: ['orderId'] } as const;
const byId = [{ field: ['id'], op: 'eq', value: orderId }] as const;

const orderEndpoints: readonly MockEndpoint[] = [
  {
    id: 'listOrders',
    method: 'GET',
    path: '/orders',
    status: 200,
    does: {
      kind: 'list',
      collection: 'orders',
      envelope: { orders: [], count: 0, page: 'all' },
      items: ['orders'],
      total: ['count'],
      order: 'stored',
      match: [
        { field: ['status'], op: 'eq', value: { in: 'query', path: ['status'] } },
        { field: ['total'], op: 'gte', value: { in: 'query', path: ['total[gte]'] } },
        { field: ['created_at'], op: 'lt', value: { in: 'query', path: ['created_before'] } },
      ],
    },
  },
  {
    id: 'createOrder',
    method: 'POST',
    path: '/orders',
    status: 201,
    idempotencyHeader: 'Idempotency-Key',
    does: {
      kind: 'create',
      collection: 'orders',
      id: { field: ['id'], type: 'integer', prefix: '' },
      example: { status: 'pending', customer: { name: 'name', vip: false } },
      item: ['order'],
      envelope: { order: {} },
      at: ['order'],
    },
  },
  {
    id: 'getOrder',
    method: 'GET',
    path: '/orders/{orderId}',
    status: 200,
    does: { kind: 'read', collection: 'orders', match: byId, envelope: {}, at: [] },
  },
  {
    id: 'updateOrder',
    method: 'PATCH',
    path: '/orders/{orderId}',
    status: 200,
    does: {
      kind: 'update',
      collection: 'orders',
      match: byId,
      item: ['order'],
      envelope: { order: {} },
      at: ['order'],
    },
  },
  {
    id: 'replaceOrder',
    method: 'PUT',
    path: '/orders/{orderId}',
    status: 200,
    does: { kind: 'replace', collection: 'orders', match: byId, envelope: {}, at: [] },
  },
  {
    id: 'deleteOrder',
    method: 'DELETE',
    path: '/orders/{orderId}',
    status: 204,
    does: { kind: 'delete', collection: 'orders', match: byId, envelope: {} },
  },
  {
    id: 'countOrders',
    method: 'GET',
    path: '/orders/count',
    status: 200,
    does: { kind: 'respond', body: { count: 2 } },
  },
];

/** Two systems of a small shop, for tests: one with a key, one with a bearer token. */
export const shop: MockDefinition = {
  settings: { WEBHOOK_SECRET: 'mock-webhook-secret' },
  seeds: {
    orders: [
      { id: 1, status: 'paid', total: 90, created_at: '2026-01-01T00:00:00Z', customer: { name: 'Ada', vip: true } },
      {
        id: 2,
        status: 'pending',
        total: 100,
        created_at: '2026-02-01T00:00:00Z',
        customer: { name: 'Bob', vip: false },
      },
    ],
  },
  systems: [
    {
      id: 'shop',
      baseUrlSetting: 'SHOP_BASE_URL',
      basePath: '/admin/api/2026-07',
      auth: { kind: 'apiKey', in: 'header', name: 'X-Shop-Key', secret: 'SHOP_KEY' },
      endpoints: orderEndpoints,
    },
    {
      id: 'crm',
      baseUrlSetting: 'CRM_BASE_URL',
      basePath: '',
      auth: { kind: 'bearer', secret: 'CRM_TOKEN' },
      endpoints: [
        {
          id: 'createContacts',
          method: 'POST',
          path: '/contacts/batch',
          status: 201,
          does: {
            kind: 'create',
            collection: 'contacts',
            id: { field: ['id'], type: 'string', prefix: 'c_' },
            example: {},
            item: ['inputs'],
            envelope: { status: 'COMPLETE' },
            at: ['results'],
          },
        },
        {
          id: 'putContact',
          method: 'PUT',
          path: '/contacts/{id}',
          status: 200,
          does: {
            kind: 'create',
            collection: 'contacts',
            id: { field: ['id'], type: 'string', prefix: 'c_' },
            example: {},
            item: [],
            envelope: {},
            at: [],
          },
        },
        {
          id: 'upsertContacts',
          method: 'POST',
          path: '/contacts/upsert',
          status: 200,
          does: {
            kind: 'upsert',
            collection: 'contacts',
            id: { field: ['email'], type: 'string', prefix: 'c_' },
            example: { vip: false },
            item: ['inputs'],
            envelope: { accepted: 1 },
          },
        },
        {
          id: 'upsertContact',
          method: 'POST',
          path: '/contacts',
          status: 200,
          does: {
            kind: 'upsert',
            collection: 'contacts',
            id: { field: ['email'], type: 'string', prefix: 'c_' },
            example: { vip: false },
            item: [],
            envelope: {},
            at: [],
          },
        },
        {
          id: 'ping',
          method: 'GET',
          path: '/ping',
          status: 200,
          headers: { 'content-type': 'text/plain' },
          does: { kind: 'respond', body: 'pong' },
        },
      ],
    },
  ],
};
