import type { MockDefinition } from '@flowright/runtime/mock';

/** The systems as this integration needs them for a try without credentials: what they answer, and what they hold at the start. */
export const mocks: MockDefinition = {
  systems: [
    {
      id: 'accounting',
      baseUrlSetting: 'ACCOUNTING_BASE_URL',
      basePath: '/v3',
      auth: {
        kind: 'oauth2',
        grant: 'clientCredentials',
        token: { url: 'https://login.accounting.example.com/oauth/token', setting: 'ACCOUNTING_TOKEN_URL' },
        clientId: { setting: 'ACCOUNTING_CLIENT_ID' },
        clientSecret: { setting: 'ACCOUNTING_CLIENT_SECRET' },
        scopes: ['invoices.write'],
        clientAuth: 'body',
      },
      endpoints: [
        {
          id: 'createInvoice',
          method: 'POST',
          path: '/invoices',
          status: 201,
          idempotencyHeader: 'Idempotency-Key',
          does: {
            kind: 'create',
            collection: 'invoices',
            id: { field: ['id'], type: 'string', prefix: '' },
            example: { id: 'id' },
            item: [],
            envelope: { id: 'id' },
            at: [],
          },
        },
      ],
    },
    {
      id: 'shop',
      baseUrlSetting: 'SHOP_BASE_URL',
      basePath: '/v1',
      auth: { kind: 'apiKey', in: 'header', name: 'X-Api-Key', secret: 'SHOP_API_KEY' },
      endpoints: [
        {
          id: 'listOrders',
          method: 'GET',
          path: '/customers/{id}/orders',
          status: 200,
          does: {
            kind: 'list',
            collection: 'orders',
            envelope: { next: 'next', orders: [{ placed_at: '2026-01-15T09:30:00Z', status: 'pending', total: 1 }] },
            items: ['orders'],
            order: 'stored',
            match: [],
            paginate: {
              kind: 'cursor',
              request: { in: 'query', path: ['after'] },
              size: { request: { in: 'query', path: ['limit'] }, default: 100 },
              next: ['next'],
            },
          },
        },
        {
          id: 'setTier',
          method: 'PATCH',
          path: '/customers/{id}',
          status: 200,
          does: { kind: 'respond', body: { id: 1 } },
        },
      ],
    },
    {
      id: 'warehouse',
      baseUrlSetting: 'WAREHOUSE_BASE_URL',
      basePath: '/api',
      auth: { kind: 'basic', username: { setting: 'WMS_USER' }, password: { setting: 'WMS_PASSWORD' } },
      endpoints: [
        {
          id: 'createShipment',
          method: 'PUT',
          path: '/shipments/{reference}',
          status: 200,
          does: { kind: 'respond', body: { reference: 'reference' } },
        },
      ],
    },
  ],
  seeds: { invoices: [], orders: [{ placed_at: '2026-01-15T09:30:00Z', status: 'pending', total: 1 }] },
  settings: { SHOP_WEBHOOK_SECRET: 'mock-shop-webhook-secret' },
};
