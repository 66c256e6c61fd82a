import {
  type NextPage,
  type Page,
  type SystemDefinition,
  type Transport,
  nextLink,
  pathSegment,
  urlOf,
} from '@flowright/runtime';
import { type ListShipmentsResponse, parseListShipmentsResponse } from '../models/list-shipments-response.ts';
import type { ShipmentUpdate } from '../models/shipment-update.ts';
import { type Shipment, parseShipmentResponse } from '../models/shipment.ts';

/** Shop */
export const shop = {
  id: 'shop',
  baseUrl: 'https://api.shop.example.com/v1',
  baseUrlSetting: 'SHOP_BASE_URL',
  variables: {},
  auth: { kind: 'apiKey', in: 'header', name: 'X-Api-Key', secret: 'SHOP_API_KEY' },
  headers: {},
  timeoutMs: 30000,
  retry: {
    attempts: 3,
    initialMs: 500,
    factor: 2,
    maxMs: 60000,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
} as const satisfies SystemDefinition;

export interface UpdateShipmentInput {
  readonly id: number;
  readonly body: ShipmentUpdate;
}

export type ShopClient = ReturnType<typeof shopClient>;

export function shopClient(transport: Transport) {
  return {
    /** Shipments that are under way: GET /shipments */
    async listShipments(next?: NextPage): Promise<Page<ListShipmentsResponse>> {
      const { body, headers } = await transport.send(shop, {
        operation: 'listShipments',
        method: 'GET',
        path: '/shipments',
        query: { status: 'open', per_page: 20 },
        url: urlOf(next),
        retrySafe: true,
        parse: parseListShipmentsResponse,
      });
      return { body, next: nextLink(headers.link) };
    },

    /** PATCH /shipments/{id} */
    async updateShipment(input: UpdateShipmentInput): Promise<Shipment> {
      const { body } = await transport.send(shop, {
        operation: 'updateShipment',
        method: 'PATCH',
        path: `/shipments/${pathSegment(input.id)}`,
        body: input.body,
        retrySafe: true,
        parse: parseShipmentResponse,
      });
      return body;
    },
  };
}
