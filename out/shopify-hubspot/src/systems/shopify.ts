import { type SystemDefinition, type Transport, pathSegment } from '@flowright/runtime';
import type { CreateMetafieldRequest } from '../models/create-metafield-request.ts';
import { type CreateMetafieldResponse, parseCreateMetafieldResponse } from '../models/create-metafield-response.ts';

/** Shopify: https://shopify.dev/docs/api/admin-rest */
export const shopify = {
  id: 'shopify',
  baseUrl: 'https://{shop}.myshopify.com/admin/api/2026-07',
  baseUrlSetting: 'SHOPIFY_BASE_URL',
  variables: { shop: { setting: 'SHOPIFY_SHOP' } },
  auth: { kind: 'apiKey', in: 'header', name: 'X-Shopify-Access-Token', secret: 'SHOPIFY_TOKEN' },
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
  rateLimit: { requests: 2, perMs: 1000 },
} as const satisfies SystemDefinition;

export interface CreateMetafieldInput {
  readonly orderId: number;
  readonly body: CreateMetafieldRequest;
}

export type ShopifyClient = ReturnType<typeof shopifyClient>;

export function shopifyClient(transport: Transport) {
  return {
    /** POST /orders/{order_id}/metafields.json */
    async createMetafield(input: CreateMetafieldInput): Promise<CreateMetafieldResponse> {
      const { body } = await transport.send(shopify, {
        operation: 'createMetafield',
        method: 'POST',
        path: `/orders/${pathSegment(input.orderId)}/metafields.json`,
        body: input.body,
        retrySafe: false,
        parse: parseCreateMetafieldResponse,
      });
      return body;
    },
  };
}
