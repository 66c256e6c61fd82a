import type { MockDefinition } from '@flowright/runtime/mock';

/** The systems as this integration needs them for a try without credentials: what they answer, and what they hold at the start. */
export const mocks: MockDefinition = {
  systems: [
    {
      id: 'carrier',
      baseUrlSetting: 'CARRIER_BASE_URL',
      basePath: '',
      auth: { kind: 'basic', username: { setting: 'CARRIER_USER' }, password: { setting: 'CARRIER_PASSWORD' } },
      endpoints: [
        {
          id: 'getTracking',
          method: 'GET',
          path: '/v2/track/{number}',
          status: 200,
          does: {
            kind: 'read',
            collection: 'trackings',
            match: [{ field: ['number'], op: 'eq', value: { in: 'path', path: ['number'] } }],
            envelope: { events: [{ at: '2026-01-15T09:30:00Z', code: 'PU', place: 'place' }], number: 'number' },
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
          id: 'listShipments',
          method: 'GET',
          path: '/shipments',
          status: 200,
          does: {
            kind: 'list',
            collection: 'shipments',
            envelope: [{ id: 1, status: 'shipped', tracking_number: 'tracking_number' }],
            items: [],
            order: 'stored',
            match: [],
            paginate: { kind: 'link', size: { request: { in: 'query', path: ['per_page'] }, default: 20 } },
          },
        },
        {
          id: 'updateShipment',
          method: 'PATCH',
          path: '/shipments/{id}',
          status: 200,
          does: {
            kind: 'update',
            collection: 'shipments',
            match: [{ field: ['id'], op: 'eq', value: { in: 'path', path: ['id'] } }],
            envelope: { id: 1, status: 'shipped', tracking_number: 'tracking_number' },
            at: [],
          },
        },
      ],
    },
  ],
  seeds: {
    trackings: [
      {
        events: [
          { at: '2026-03-02T16:20:00+01:00', code: 'PU', place: 'Leipzig' },
          { at: '2026-03-03T02:45:00+01:00', code: 'IT', place: 'Hannover' },
        ],
        number: 'QX100000017DE',
      },
      {
        events: [
          { at: '2026-03-01T11:05:00+01:00', code: 'PU', place: 'Köln' },
          { at: '2026-03-03T07:30:00+01:00', code: 'OD', place: null },
          { at: '2026-03-03T11:12:00+01:00', code: 'DL', place: 'Bremen' },
        ],
        number: 'QX100000025DE',
      },
      { events: [{ at: '2026-03-02T21:00:00+01:00', code: 'IT', place: 'Nürnberg' }], number: 'QX100000033DE' },
    ],
    shipments: [
      { id: 7001, status: 'shipped', tracking_number: 'QX100000017DE' },
      { id: 7002, status: 'in_transit', tracking_number: 'QX100000025DE' },
      { id: 7003, status: 'in_transit', tracking_number: 'QX100000033DE' },
      { id: 7004, status: 'shipped', tracking_number: 'QX999999999DE' },
    ],
  },
  settings: {},
};
