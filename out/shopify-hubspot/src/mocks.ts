import type { MockDefinition } from '@flowright/runtime/mock';

/** The systems as this integration needs them for a try without credentials: what they answer, and what they hold at the start. */
export const mocks: MockDefinition = {
  systems: [
    {
      id: 'hubspot',
      baseUrlSetting: 'HUBSPOT_BASE_URL',
      basePath: '',
      auth: { kind: 'bearer', secret: 'HUBSPOT_TOKEN' },
      endpoints: [
        {
          id: 'createContact',
          method: 'POST',
          path: '/crm/v3/objects/contacts',
          status: 201,
          does: {
            kind: 'create',
            collection: 'contacts',
            id: { field: ['id'], type: 'string', prefix: '' },
            example: { id: 'id', properties: { email: 'email', firstname: 'firstname', lastname: 'lastname' } },
            item: [],
            envelope: { id: 'id', properties: { email: 'email', firstname: 'firstname', lastname: 'lastname' } },
            at: [],
          },
        },
        {
          id: 'createDeal',
          method: 'POST',
          path: '/crm/v3/objects/deals',
          status: 201,
          does: {
            kind: 'create',
            collection: 'deals',
            id: { field: ['id'], type: 'string', prefix: '' },
            example: { id: 'id', properties: { amount: 'amount', dealname: 'dealname' } },
            item: [],
            envelope: { id: 'id', properties: { amount: 'amount', dealname: 'dealname' } },
            at: [],
          },
        },
        {
          id: 'createLineItems',
          method: 'POST',
          path: '/crm/v3/objects/line_items/batch/create',
          status: 200,
          does: { kind: 'respond', body: { results: [{ id: 'id' }], status: 'status' } },
        },
        {
          id: 'searchContacts',
          method: 'POST',
          path: '/crm/v3/objects/contacts/search',
          status: 200,
          does: {
            kind: 'list',
            collection: 'contacts',
            envelope: {
              results: [{ id: 'id', properties: { email: 'email', firstname: 'firstname', lastname: 'lastname' } }],
              total: 1,
            },
            items: ['results'],
            total: ['total'],
            order: 'stored',
            match: [
              {
                field: ['properties', 'email'],
                op: 'eq',
                value: { in: 'body', path: ['filterGroups', 0, 'filters', 0, 'value'] },
              },
            ],
          },
        },
        {
          id: 'searchDeals',
          method: 'POST',
          path: '/crm/v3/objects/deals/search',
          status: 200,
          does: {
            kind: 'list',
            collection: 'deals',
            envelope: { results: [{ id: 'id', properties: { amount: 'amount', dealname: 'dealname' } }], total: 1 },
            items: ['results'],
            total: ['total'],
            order: 'stored',
            match: [
              {
                field: ['properties', 'shopify_order_id'],
                op: 'eq',
                value: { in: 'body', path: ['filterGroups', 0, 'filters', 0, 'value'] },
              },
            ],
          },
        },
      ],
    },
    {
      id: 'shopify',
      baseUrlSetting: 'SHOPIFY_BASE_URL',
      basePath: '/admin/api/2026-07',
      auth: { kind: 'apiKey', in: 'header', name: 'X-Shopify-Access-Token', secret: 'SHOPIFY_TOKEN' },
      endpoints: [
        {
          id: 'createMetafield',
          method: 'POST',
          path: '/orders/{order_id}/metafields.json',
          status: 201,
          does: {
            kind: 'create',
            collection: 'metafields',
            id: { field: ['id'], type: 'integer', prefix: '' },
            example: { id: 1, key: 'key', namespace: 'namespace', value: 'value' },
            item: ['metafield'],
            envelope: { metafield: { id: 1, key: 'key', namespace: 'namespace', value: 'value' } },
            at: ['metafield'],
          },
        },
      ],
    },
  ],
  seeds: { contacts: [], deals: [], metafields: [] },
  settings: { SHOPIFY_SHOP: 'mock', SHOPIFY_WEBHOOK_SECRET: 'mock-shopify-webhook-secret' },
};
