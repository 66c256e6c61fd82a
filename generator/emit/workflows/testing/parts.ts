import type { Expression, LiteralValue, ObjectField } from '../../../expression/expression.ts';
import type { OperationPlan, SystemPlan } from '../../../ir/system.ts';
import type { Type } from '../../../shape/type.ts';
import { modelType, objectOf as objectShape, PLACE } from '../../testing/plan-parts.ts';

/** Pieces of plans, for tests that write them by hand. */
export { modelType as model, objectOf as objectShape, PLACE as place } from '../../testing/plan-parts.ts';

export const TEXT: Type = { shape: { kind: 'string' }, optional: false, nullable: false };
export const NUMBER: Type = { shape: { kind: 'number', integer: false }, optional: false, nullable: false };
export const FLAG: Type = { shape: { kind: 'boolean' }, optional: false, nullable: false };

export function maybe(type: Type): Type {
  return { ...type, optional: true };
}

export function list(item: Type): Type {
  return { shape: { kind: 'array', item: item.shape }, optional: false, nullable: false };
}

export function name(of: string, type: Type = TEXT): Expression {
  return { kind: 'name', name: of, type };
}

export function field(of: Expression, key: string, type: Type = TEXT): Expression {
  return { kind: 'field', of, field: key, type };
}

export function value(of: LiteralValue, type: Type = TEXT): Expression {
  return { kind: 'literal', value: of, type };
}

export function fields(of: Readonly<Record<string, Expression>>): readonly ObjectField[] {
  return Object.entries(of).map(([key, expression]) => ({ name: key, value: expression, optional: false }));
}

export function objectOf(of: Readonly<Record<string, Expression>>): Expression {
  return { kind: 'object', fields: fields(of), type: { shape: objectShape({}), optional: false, nullable: false } };
}

export function operation(more: Partial<OperationPlan> = {}): OperationPlan {
  return {
    id: 'listInvoices',
    name: 'listInvoices',
    doc: 'GET /v1/invoices',
    method: 'GET',
    path: ['/v1/invoices'],
    inputs: [],
    inputType: 'ListInvoicesInput',
    query: [],
    headers: [],
    hasBody: false,
    response: modelType('InvoiceList'),
    retrySafe: true,
    errors: [],
    ...more,
  };
}

export function system(id: string, title: string, operations: readonly OperationPlan[]): SystemPlan {
  return {
    id,
    place: PLACE,
    symbol: { name: id, file: `src/systems/${id}.ts` },
    title,
    docs: `https://docs.${id}.com`,
    definition: {
      id,
      baseUrl: `https://api.${id}.com`,
      baseUrlSetting: `${id.toUpperCase()}_BASE_URL`,
      variables: {},
      auth: { kind: 'bearer', secret: `${id.toUpperCase()}_KEY` },
      headers: {},
      timeoutMs: 30_000,
      retry: { attempts: 4, initialMs: 500, factor: 2, maxMs: 60_000, on: [429, '5xx'] },
    },
    client: { factory: `${id}Client`, type: `${title}Client`, name: id },
    operations,
  };
}
