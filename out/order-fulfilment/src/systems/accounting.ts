import type { SystemDefinition, Transport } from '@flowright/runtime';
import { type CreateInvoiceResponse, parseCreateInvoiceResponse } from '../models/create-invoice-response.ts';
import type { Invoice } from '../models/invoice.ts';

/** Accounting */
export const accounting = {
  id: 'accounting',
  baseUrl: 'https://api.accounting.example.com/v3',
  baseUrlSetting: 'ACCOUNTING_BASE_URL',
  variables: {},
  auth: {
    kind: 'oauth2',
    grant: 'clientCredentials',
    token: { url: 'https://login.accounting.example.com/oauth/token', setting: 'ACCOUNTING_TOKEN_URL' },
    clientId: { setting: 'ACCOUNTING_CLIENT_ID' },
    clientSecret: { setting: 'ACCOUNTING_CLIENT_SECRET' },
    scopes: ['invoices.write'],
    clientAuth: 'body',
  },
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

export interface CreateInvoiceInput {
  readonly body: Invoice;
}

export type AccountingClient = ReturnType<typeof accountingClient>;

export function accountingClient(transport: Transport) {
  return {
    /** POST /invoices */
    async createInvoice(input: CreateInvoiceInput): Promise<CreateInvoiceResponse> {
      const { body } = await transport.send(accounting, {
        operation: 'createInvoice',
        method: 'POST',
        path: '/invoices',
        body: input.body,
        idempotencyHeader: 'Idempotency-Key',
        retrySafe: false,
        parse: parseCreateInvoiceResponse,
      });
      return body;
    },
  };
}
