import type { SystemDefinition, Transport } from '@flowright/runtime';
import { type Contact, parseContactResponse } from '../models/contact.ts';
import type { CreateContactRequest } from '../models/create-contact-request.ts';
import type { CreateDealRequest } from '../models/create-deal-request.ts';
import { type CreateLineItemsResponse, parseCreateLineItemsResponse } from '../models/create-line-items-response.ts';
import { type Deal, parseDealResponse } from '../models/deal.ts';
import type { LineItemBatch } from '../models/line-item-batch.ts';
import { type SearchContactsResponse, parseSearchContactsResponse } from '../models/search-contacts-response.ts';
import { type SearchDealsResponse, parseSearchDealsResponse } from '../models/search-deals-response.ts';
import type { Search } from '../models/search.ts';

/** HubSpot: https://developers.hubspot.com/docs/reference/api/crm/objects/deals */
export const hubspot = {
  id: 'hubspot',
  baseUrl: 'https://api.hubapi.com',
  baseUrlSetting: 'HUBSPOT_BASE_URL',
  variables: {},
  auth: { kind: 'bearer', secret: 'HUBSPOT_TOKEN' },
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
  rateLimit: { requests: 100, perMs: 10000 },
} as const satisfies SystemDefinition;

export interface CreateContactInput {
  readonly body: CreateContactRequest;
}

export interface CreateDealInput {
  readonly body: CreateDealRequest;
}

export interface CreateLineItemsInput {
  readonly body: LineItemBatch;
}

export interface SearchContactsInput {
  readonly body: Search;
}

export interface SearchDealsInput {
  readonly body: Search;
}

export type HubspotClient = ReturnType<typeof hubspotClient>;

export function hubspotClient(transport: Transport) {
  return {
    /** POST /crm/v3/objects/contacts */
    async createContact(input: CreateContactInput): Promise<Contact> {
      const { body } = await transport.send(hubspot, {
        operation: 'createContact',
        method: 'POST',
        path: '/crm/v3/objects/contacts',
        body: input.body,
        retrySafe: false,
        parse: parseContactResponse,
      });
      return body;
    },

    /** POST /crm/v3/objects/deals */
    async createDeal(input: CreateDealInput): Promise<Deal> {
      const { body } = await transport.send(hubspot, {
        operation: 'createDeal',
        method: 'POST',
        path: '/crm/v3/objects/deals',
        body: input.body,
        retrySafe: false,
        parse: parseDealResponse,
      });
      return body;
    },

    /** POST /crm/v3/objects/line_items/batch/create */
    async createLineItems(input: CreateLineItemsInput): Promise<CreateLineItemsResponse> {
      const { body } = await transport.send(hubspot, {
        operation: 'createLineItems',
        method: 'POST',
        path: '/crm/v3/objects/line_items/batch/create',
        body: input.body,
        retrySafe: false,
        parse: parseCreateLineItemsResponse,
      });
      return body;
    },

    /** POST /crm/v3/objects/contacts/search */
    async searchContacts(input: SearchContactsInput): Promise<SearchContactsResponse> {
      const { body } = await transport.send(hubspot, {
        operation: 'searchContacts',
        method: 'POST',
        path: '/crm/v3/objects/contacts/search',
        body: input.body,
        retrySafe: true,
        parse: parseSearchContactsResponse,
      });
      return body;
    },

    /** POST /crm/v3/objects/deals/search */
    async searchDeals(input: SearchDealsInput): Promise<SearchDealsResponse> {
      const { body } = await transport.send(hubspot, {
        operation: 'searchDeals',
        method: 'POST',
        path: '/crm/v3/objects/deals/search',
        body: input.body,
        retrySafe: true,
        parse: parseSearchDealsResponse,
      });
      return body;
    },
  };
}
