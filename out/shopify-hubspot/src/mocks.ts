import type { MockDefinition } from '@flowright/runtime/mock';

/** The systems as this integration needs them for a try without credentials: what they answer, and what they hold at the start. */
export const mocks: MockDefinition = {
  systems: [
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
            example: { id: 1, namespace: 'namespace', key: 'key', value: 'value' },
            item: ['metafield'],
            envelope: { metafield: { id: 1, namespace: 'namespace', key: 'key', value: 'value' } },
            at: ['metafield'],
          },
        },
      ],
    },
    {
      id: 'hubspot',
      baseUrlSetting: 'HUBSPOT_BASE_URL',
      basePath: '',
      auth: { kind: 'bearer', secret: 'HUBSPOT_TOKEN' },
      endpoints: [
        {
          id: 'searchContacts',
          method: 'POST',
          path: '/crm/v3/objects/contacts/search',
          status: 200,
          does: {
            kind: 'list',
            collection: 'contacts',
            envelope: {
              total: 1,
              results: [{ id: 'id', properties: { email: 'email', firstname: 'firstname', lastname: 'lastname' } }],
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
          id: 'searchDeals',
          method: 'POST',
          path: '/crm/v3/objects/deals/search',
          status: 200,
          does: {
            kind: 'list',
            collection: 'deals',
            envelope: { total: 1, results: [{ id: 'id', properties: { dealname: 'dealname', amount: 'amount' } }] },
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
        {
          id: 'createDeal',
          method: 'POST',
          path: '/crm/v3/objects/deals',
          status: 201,
          does: {
            kind: 'create',
            collection: 'deals',
            id: { field: ['id'], type: 'string', prefix: '' },
            example: { id: 'id', properties: { dealname: 'dealname', amount: 'amount' } },
            item: [],
            envelope: { id: 'id', properties: { dealname: 'dealname', amount: 'amount' } },
            at: [],
          },
        },
        {
          id: 'createLineItems',
          method: 'POST',
          path: '/crm/v3/objects/line_items/batch/create',
          status: 200,
          does: { kind: 'respond', body: { status: 'status', results: [{ id: 'id' }] } },
        },
      ],
    },
  ],
  seeds: { metafields: [], contacts: [], deals: [] },
  settings: { SHOPIFY_SHOP: 'mock', SHOPIFY_WEBHOOK_SECRET: 'mock-shopify-webhook-secret' },
};
