import {
  type NextPage,
  type Page,
  type SystemDefinition,
  type Transport,
  cursorOf,
  nextCursor,
} from '@flowright/runtime';
import { type ListInvoicesResponse, parseListInvoicesResponse } from '../models/list-invoices-response.ts';

/** Stripe: https://docs.stripe.com/api/invoices/list */
export const stripe = {
  id: 'stripe',
  baseUrl: 'https://api.stripe.com',
  baseUrlSetting: 'STRIPE_BASE_URL',
  variables: {},
  auth: { kind: 'bearer', secret: 'STRIPE_KEY' },
  headers: { 'Stripe-Version': '2026-06-24.dahlia' },
  timeoutMs: 30000,
  retry: {
    attempts: 5,
    initialMs: 500,
    factor: 2,
    maxMs: 60000,
    on: [429, '5xx', 'network', 'timeout'],
    respect: 'Retry-After',
  },
  rateLimit: { requests: 25, perMs: 1000 },
} as const satisfies SystemDefinition;

export interface ListInvoicesInput {
  readonly createdGte: number;
  readonly createdLt: number;
}

export type StripeClient = ReturnType<typeof stripeClient>;

export function stripeClient(transport: Transport) {
  return {
    /** Invoices, newest first: GET /v1/invoices */
    async listInvoices(input: ListInvoicesInput, next?: NextPage): Promise<Page<ListInvoicesResponse>> {
      const { body } = await transport.send(stripe, {
        operation: 'listInvoices',
        method: 'GET',
        path: '/v1/invoices',
        query: {
          'created[gte]': input.createdGte,
          'created[lt]': input.createdLt,
          limit: 100,
          starting_after: cursorOf(next),
        },
        retrySafe: true,
        parse: parseListInvoicesResponse,
      });
      return { body, next: nextCursor(body.data.at(-1)?.id, body.has_more) };
    },
  };
}
