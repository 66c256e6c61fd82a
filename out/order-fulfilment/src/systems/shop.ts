import {
  type NextPage,
  type Page,
  type SystemDefinition,
  type Transport,
  cursorOf,
  nextCursor,
  pathSegment,
} from '@flowright/runtime';
import { type ListOrdersResponse, parseListOrdersResponse } from '../models/list-orders-response.ts';
import type { SetTierRequest } from '../models/set-tier-request.ts';
import { type SetTierResponse, parseSetTierResponse } from '../models/set-tier-response.ts';

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
    attempts: 4,
    initialMs: 500,
    factor: 2,
    maxMs: 60000,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
} as const satisfies SystemDefinition;

export interface ListOrdersInput {
  readonly id: number;
}

export interface SetTierInput {
  readonly id: number;
  readonly body: SetTierRequest;
}

export type ShopClient = ReturnType<typeof shopClient>;

export function shopClient(transport: Transport) {
  return {
    /** GET /customers/{id}/orders */
    async listOrders(input: ListOrdersInput, next?: NextPage): Promise<Page<ListOrdersResponse>> {
      const { body } = await transport.send(shop, {
        operation: 'listOrders',
        method: 'GET',
        path: `/customers/${pathSegment(input.id)}/orders`,
        query: { limit: 100, after: cursorOf(next) },
        retrySafe: true,
        parse: parseListOrdersResponse,
      });
      return { body, next: nextCursor(body.next) };
    },

    /** PATCH /customers/{id} */
    async setTier(input: SetTierInput): Promise<SetTierResponse> {
      const { body } = await transport.send(shop, {
        operation: 'setTier',
        method: 'PATCH',
        path: `/customers/${pathSegment(input.id)}`,
        body: input.body,
        retrySafe: true,
        parse: parseSetTierResponse,
      });
      return body;
    },
  };
}
