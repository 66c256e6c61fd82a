import { describe, expect, test } from 'vitest';
import type { OperationPlan } from '../../ir/system.ts';
import type { Shape } from '../../shape/shape.ts';
import { maybe, model, NUMBER, objectShape, operation, place, system, TEXT } from '../workflows/testing/parts.ts';
import { emitSystem } from './emit-system.ts';

const plan = {
  shapes: new Map<string, Shape>([
    ['Invoice', objectShape({ id: { kind: 'string' } })],
    [
      'InvoiceList',
      objectShape({
        data: { kind: 'array', item: { kind: 'ref', to: 'Invoice' } },
        more: { kind: 'boolean' },
        'paging?': objectShape({ next: { kind: 'string' } }),
        total: { kind: 'number', integer: true },
        limit: { kind: 'number', integer: true },
      }),
    ],
  ]),
  models: ['Invoice', 'InvoiceList'].map((id) => ({
    id,
    place,
    symbol: { name: id, file: 'src/models/invoices.ts' },
    schema: true,
    parsers: { response: `parse${id}Response` },
  })),
  tables: [],
  mappings: [],
  logic: [],
};

const emit = (...operations: OperationPlan[]): string => emitSystem(system('stripe', 'Stripe', operations), plan).text;
const paginated = { items: ['data'], itemType: model('Invoice'), maxPages: 100 } as const;

describe('a system', () => {
  test('is a constant and a client', () => {
    expect(
      emit(
        operation({
          id: 'payInvoice',
          name: 'payInvoice',
          doc: 'POST /v1/invoices/{id}/pay',
          method: 'POST',
          path: ['/v1/invoices/', { param: 'id' }, '/pay'],
          inputs: [
            { name: 'id', type: TEXT, doc: 'The invoice.' },
            { name: 'trace', type: maybe(NUMBER) },
            { name: 'body', type: model('Invoice') },
          ],
          inputType: 'PayInvoiceInput',
          query: [{ name: 'expand[]', const: 'customer' }],
          headers: [{ name: 'X-Trace', input: 'trace' }],
          hasBody: true,
          response: model('Invoice'),
          retrySafe: false,
          idempotencyHeader: 'Idempotency-Key',
          errors: [{ status: 404, code: 'not_found' }],
          timeoutMs: 5000,
        }),
      ),
    ).toMatchInlineSnapshot(`
      "import { type SystemDefinition, type Transport, pathSegment } from '@flowright/runtime';
      import { type Invoice, parseInvoiceResponse } from '../models/invoices.ts';

      /** Stripe: https://docs.stripe.com */
      export const stripe = {
          id: 'stripe',
          baseUrl: 'https://api.stripe.com',
          baseUrlSetting: 'STRIPE_BASE_URL',
          variables: {},
          auth: { kind: 'bearer', secret: 'STRIPE_KEY' },
          headers: {},
          timeoutMs: 30000,
          retry: { attempts: 4, initialMs: 500, factor: 2, maxMs: 60000, on: [429, '5xx'] }
      } as const satisfies SystemDefinition;

      export interface PayInvoiceInput {
          /** The invoice. */
          readonly id: string;
          readonly trace?: number | undefined;
          readonly body: Invoice;
      }

      export type StripeClient = ReturnType<typeof stripeClient>;

      export function stripeClient(transport: Transport) {
          return {
              /** POST /v1/invoices/{id}/pay */
              async payInvoice(input: PayInvoiceInput): Promise<Invoice> {
                  const { body } = await transport.send(stripe, {
                      operation: 'payInvoice',
                      method: 'POST',
                      path: \`/v1/invoices/\${pathSegment(input.id)}/pay\`,
                      query: { 'expand[]': 'customer' },
                      headers: { 'X-Trace': input.trace?.toString() },
                      body: input.body,
                      idempotencyHeader: 'Idempotency-Key',
                      timeoutMs: 5000,
                      retrySafe: false,
                      errors: [{ status: 404, code: 'not_found' }],
                      parse: parseInvoiceResponse
                  });
                  return body;
              }
          };
      }
      "
    `);
  });

  test('reads nothing from an answer without a model', () => {
    const { response: _, ...rest } = operation({ id: 'voidInvoice', name: 'voidInvoice', method: 'DELETE' });
    expect(methodOf(emit(rest))).toMatchInlineSnapshot(`
      "return {
              /** GET /v1/invoices */
              async voidInvoice(): Promise<void> {
                  await transport.send(stripe, {
                      operation: 'voidInvoice',
                      method: 'DELETE',
                      path: '/v1/invoices',
                      retrySafe: true,
                      responseBody: 'none',
                      parse: () => undefined
                  });
              }
          };
      }
      "
    `);
  });
});

describe('a paginated operation', () => {
  test('lets the caller say the size and the first page', () => {
    const inputs = [
      { name: 'size', type: maybe(NUMBER) },
      { name: 'page', type: NUMBER },
    ];
    const query = [
      { name: 'per_page', input: 'size' },
      { name: 'page', input: 'page' },
    ];
    const text = emit(
      operation({
        inputs,
        query,
        pagination: {
          ...paginated,
          kind: 'page',
          param: 'page',
          in: 'query',
          first: 1,
          size: { param: 'per_page', value: 100 },
        },
      }),
    );
    expect(text).toContain('query: { per_page: input.size ?? 100, page }');
    expect(text).toContain('const page = pageOf(next, input.page ?? 1);');
    expect(text).toContain('readonly page?: number | undefined;');
  });

  test('keeps a size that the operation fixes', () => {
    const query = [{ name: 'limit', const: 20 }];
    expect(
      emit(operation({ query, pagination: { ...paginated, kind: 'link', size: { param: 'limit', value: 100 } } })),
    ).toContain('query: { limit: 20 }');
  });

  test('follows a cursor in the body, with what may be missing', () => {
    expect(
      methodOf(
        emit(
          operation({
            pagination: {
              ...paginated,
              kind: 'cursor',
              param: 'after',
              in: 'query',
              from: [{ path: ['paging', 'next'] }],
              type: TEXT,
              size: { param: 'limit', value: 100 },
            },
          }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "return {
              /** GET /v1/invoices */
              async listInvoices(next?: NextPage): Promise<Page<InvoiceList>> {
                  const { body } = await transport.send(stripe, {
                      operation: 'listInvoices',
                      method: 'GET',
                      path: '/v1/invoices',
                      query: { limit: 100, after: cursorOf(next) },
                      retrySafe: true,
                      parse: parseInvoiceListResponse
                  });
                  return { body, next: nextCursor(body.paging?.next) };
              }
          };
      }
      "
    `);
  });

  test('goes on after the last item while there is more', () => {
    const inputs = [{ name: 'startingAfter', type: maybe(TEXT) }];
    const query = [{ name: 'starting_after', input: 'startingAfter' }];
    expect(
      methodOf(
        emit(
          operation({
            inputs,
            query,
            pagination: {
              ...paginated,
              kind: 'cursor',
              param: 'starting_after',
              in: 'query',
              from: [{ path: ['data', -1, 'id'] }],
              type: TEXT,
              more: ['more'],
            },
          }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "return {
              /** GET /v1/invoices */
              async listInvoices(input: ListInvoicesInput, next?: NextPage): Promise<Page<InvoiceList>> {
                  const { body } = await transport.send(stripe, {
                      operation: 'listInvoices',
                      method: 'GET',
                      path: '/v1/invoices',
                      query: { starting_after: cursorOf(next) ?? input.startingAfter },
                      retrySafe: true,
                      parse: parseInvoiceListResponse
                  });
                  return { body, next: nextCursor(body.data.at(-1)?.id, body.more) };
              }
          };
      }
      "
    `);
  });

  test('puts a cursor into the body, over the one that the caller starts with', () => {
    const bodyOf = (body: string, param: string): string => {
      const inputs = [{ name: 'body', type: model(body) }];
      const text = emit(
        operation({
          method: 'POST',
          inputs,
          hasBody: true,
          pagination: {
            ...paginated,
            kind: 'cursor',
            param,
            in: 'body',
            from: [{ path: ['paging', 'next'] }],
            type: TEXT,
            size: { param: 'limit', value: 50 },
          },
        }),
      );
      return /^ *(body: .*),$/m.exec(text)?.[1] ?? '';
    };
    expect(bodyOf('Invoice', 'after')).toBe('body: { limit: 50, ...input.body, after: cursorOf(next) }');
    expect(bodyOf('Invoice', 'id')).toBe('body: { limit: 50, ...input.body, id: cursorOf(next) ?? input.body.id }');
    expect(bodyOf('InvoiceList', 'after')).toBe('body: { ...input.body, after: cursorOf(next) }');
    expect(bodyOf('Invoice', 'page.after')).toBe('body: { limit: 50, ...input.body, page: { after: cursorOf(next) } }');
    expect(bodyOf('InvoiceList', 'paging.next')).toBe(
      'body: { ...input.body, paging: { ...input.body.paging, next: cursorOf(next) ?? input.body.paging?.next } }',
    );
  });

  test('counts pages', () => {
    expect(
      methodOf(
        emit(
          operation({
            pagination: { ...paginated, kind: 'page', param: 'page', in: 'query', first: 0, total: ['total'] },
          }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "return {
              /** GET /v1/invoices */
              async listInvoices(next?: NextPage): Promise<Page<InvoiceList>> {
                  const page = pageOf(next, 0);
                  const { body } = await transport.send(stripe, {
                      operation: 'listInvoices',
                      method: 'GET',
                      path: '/v1/invoices',
                      query: { page },
                      retrySafe: true,
                      parse: parseInvoiceListResponse
                  });
                  return { body, next: nextPageNumber({ page, items: body.data.length, totalPages: body.total }) };
              }
          };
      }
      "
    `);
  });

  test('moves an offset on', () => {
    expect(methodOf(emit(operation({ pagination: { ...paginated, kind: 'offset', param: 'offset', in: 'query' } }))))
      .toMatchInlineSnapshot(`
      "return {
              /** GET /v1/invoices */
              async listInvoices(next?: NextPage): Promise<Page<InvoiceList>> {
                  const offset = offsetOf(next);
                  const { body } = await transport.send(stripe, {
                      operation: 'listInvoices',
                      method: 'GET',
                      path: '/v1/invoices',
                      query: { offset },
                      retrySafe: true,
                      parse: parseInvoiceListResponse
                  });
                  return { body, next: nextOffset({ offset, items: body.data.length }) };
              }
          };
      }
      "
    `);
  });

  test('follows a URL in the body', () => {
    expect(methodOf(emit(operation({ pagination: { ...paginated, kind: 'nextUrl', from: ['paging', 'next'] } }))))
      .toMatchInlineSnapshot(`
      "return {
              /** GET /v1/invoices */
              async listInvoices(next?: NextPage): Promise<Page<InvoiceList>> {
                  const { body } = await transport.send(stripe, {
                      operation: 'listInvoices',
                      method: 'GET',
                      path: '/v1/invoices',
                      url: urlOf(next),
                      retrySafe: true,
                      parse: parseInvoiceListResponse
                  });
                  return { body, next: nextUrl(body.paging?.next) };
              }
          };
      }
      "
    `);
  });

  test('follows the Link header', () => {
    expect(methodOf(emit(operation({ pagination: { ...paginated, kind: 'link' } })))).toMatchInlineSnapshot(`
      "return {
              /** GET /v1/invoices */
              async listInvoices(next?: NextPage): Promise<Page<InvoiceList>> {
                  const { body, headers } = await transport.send(stripe, {
                      operation: 'listInvoices',
                      method: 'GET',
                      path: '/v1/invoices',
                      url: urlOf(next),
                      retrySafe: true,
                      parse: parseInvoiceListResponse
                  });
                  return { body, next: nextLink(headers.link) };
              }
          };
      }
      "
    `);
  });
});

/** From the first function of the client on. */
function methodOf(file: string): string {
  return file.slice(file.indexOf('return {'));
}
