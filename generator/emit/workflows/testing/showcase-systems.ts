import type { PaginationPlan } from '../../../ir/pagination.ts';
import type { OperationPlan, SystemPlan } from '../../../ir/system.ts';
import { maybe, model, NUMBER, operation, system, TEXT } from './parts.ts';

const contacts = operation({
  id: 'searchContacts',
  name: 'searchContacts',
  method: 'POST',
  inputs: [{ name: 'body', type: model('ContactQuery') }],
  inputType: 'SearchContactsInput',
  hasBody: true,
  response: model('ContactPage'),
  pagination: {
    kind: 'cursor',
    param: 'after',
    in: 'body',
    from: [{ path: ['paging', 'next'] }],
    type: TEXT,
    items: ['results'],
    itemType: model('Contact'),
    size: { param: 'limit', value: 100 },
    maxPages: 50,
  },
});

const create = operation({
  id: 'createContact',
  name: 'createContact',
  method: 'POST',
  inputs: [{ name: 'body', type: model('ContactInput') }],
  inputType: 'CreateContactInput',
  hasBody: true,
  response: model('Contact'),
  retrySafe: false,
  idempotencyHeader: 'Idempotency-Key',
  errors: [{ status: 409, code: 'conflict', body: { path: ['code'], equals: 'EXISTS' } }],
});

const remove = operation({
  id: 'removeContact',
  name: 'removeContact',
  method: 'DELETE',
  path: ['/contacts/', { param: 'contactId' }],
  inputs: [
    { name: 'contactId', type: TEXT },
    { name: 'version', type: maybe(NUMBER) },
  ],
  inputType: 'RemoveContactInput',
  headers: [{ name: 'If-Match', input: 'version' }],
});
const { response: _, ...removeWithoutResponse } = remove;

const usual = { items: ['data'], itemType: model('Line'), maxPages: 10_000 };

function invoices(id: string, pagination: PaginationPlan, more: Partial<OperationPlan> = {}): OperationPlan {
  return operation({ id, name: id, inputType: `${id}Input`, response: model('InvoicePage'), pagination, ...more });
}

const owner = operation({ id: 'getOwner', name: 'getOwner', response: model('Contact'), timeoutMs: 5000 });

export const systems: readonly SystemPlan[] = [
  system('shopify', 'Shopify', []),
  system('hubspot', 'HubSpot', [contacts, create, removeWithoutResponse, owner]),
  system('stripe', 'Stripe', [
    invoices(
      'byCursor',
      {
        ...usual,
        kind: 'cursor',
        param: 'starting_after',
        in: 'query',
        from: [{ path: ['data', -1, 'sku'] }],
        type: TEXT,
        more: ['more'],
      },
      {
        inputs: [{ name: 'from', type: maybe(NUMBER) }],
        query: [{ name: 'created[gte]', input: 'from' }],
      },
    ),
    invoices('byPage', { ...usual, kind: 'page', param: 'page', in: 'query', first: 1, total: ['total'] }),
    invoices('byOffset', { ...usual, kind: 'offset', param: 'offset', in: 'query', total: ['total'] }),
    invoices('byUrl', { ...usual, kind: 'nextUrl', from: ['next'] }),
    invoices('byLink', { ...usual, kind: 'link' }),
  ]),
];
