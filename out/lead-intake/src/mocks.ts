import type { MockDefinition } from '@flowright/runtime/mock';

/** The systems as this integration needs them for a try without credentials: what they answer, and what they hold at the start. */
export const mocks: MockDefinition = {
  systems: [
    {
      id: 'crm',
      baseUrlSetting: 'CRM_BASE_URL',
      basePath: '/v2',
      auth: { kind: 'bearer', secret: 'CRM_TOKEN' },
      endpoints: [
        {
          id: 'createContact',
          method: 'POST',
          path: '/contacts',
          status: 201,
          does: {
            kind: 'create',
            collection: 'contacts',
            id: { field: ['id'], type: 'string', prefix: '' },
            example: { id: 'id' },
            item: [],
            envelope: { id: 'id' },
            at: [],
          },
        },
        {
          id: 'createEnquiry',
          method: 'POST',
          path: '/enquiries',
          status: 201,
          idempotencyHeader: 'Idempotency-Key',
          does: {
            kind: 'create',
            collection: 'enquiries',
            id: { field: ['id'], type: 'string', prefix: '' },
            example: { id: 'id' },
            item: [],
            envelope: { id: 'id' },
            at: [],
          },
        },
        {
          id: 'createTask',
          method: 'POST',
          path: '/tasks',
          status: 201,
          does: {
            kind: 'create',
            collection: 'tasks',
            id: { field: ['id'], type: 'string', prefix: '' },
            example: { id: 'id' },
            item: [],
            envelope: { id: 'id' },
            at: [],
          },
        },
        {
          id: 'findContacts',
          method: 'GET',
          path: '/contacts',
          status: 200,
          does: {
            kind: 'list',
            collection: 'contacts',
            envelope: {
              contacts: [
                {
                  city: 'city',
                  company: 'company',
                  family: 'family',
                  given: 'given',
                  id: 'id',
                  key: 'key',
                  locked: ['given'],
                  phone: 'phone',
                  source: 'form',
                  updated_at: '2026-01-15T09:30:00Z',
                },
              ],
            },
            items: ['contacts'],
            order: 'stored',
            match: [{ field: ['key'], op: 'eq', value: { in: 'query', path: ['key'] } }],
          },
        },
        {
          id: 'updateContact',
          method: 'PATCH',
          path: '/contacts/{id}',
          status: 200,
          does: {
            kind: 'update',
            collection: 'contacts',
            match: [{ field: ['id'], op: 'eq', value: { in: 'path', path: ['id'] } }],
            envelope: { id: 'id' },
            at: [],
          },
        },
      ],
    },
    {
      id: 'mail',
      baseUrlSetting: 'MAIL_BASE_URL',
      basePath: '/v1',
      auth: { kind: 'apiKey', in: 'header', name: 'X-Api-Key', secret: 'MAIL_API_KEY' },
      endpoints: [{ id: 'sendMessage', method: 'POST', path: '/messages', status: 200, does: { kind: 'respond' } }],
    },
  ],
  seeds: { contacts: [], enquiries: [], tasks: [] },
  settings: { WEBSITE_WEBHOOK_SECRET: 'mock-website-webhook-secret' },
};
