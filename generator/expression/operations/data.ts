import type { Type } from '../../shape/type.ts';
import { unionOf } from '../../shape/union.ts';
import type { Operation } from '../expression.ts';
import { misfit, type Misfit, type OperationInput } from '../operation-type.ts';
import { ANY, listOf, STRING } from '../types.ts';
import { isKind } from './scalars.ts';

/** Lookups, encodings and parts of objects; undefined for an operation of another kind. */
export function dataResult(operation: Operation, input: OperationInput): Type | Misfit | undefined {
  switch (operation.op) {
    case 'lookup': {
      if (!isKind(input.shape, 'string'))
        return misfit(input, 'text, as the keys of a table are', 'put string before it');
      const values = input.tables.get(operation.table);
      return values === undefined ? ANY : { shape: values, optional: true, nullable: false };
    }
    case 'entries':
      return entries(input);
    case 'json':
      if (operation.does === 'stringify') return STRING;
      return isKind(input.shape, 'string') ? { ...ANY, optional: false } : misfit(input, 'text');
    case 'base64':
    case 'hash':
      return isKind(input.shape, 'string') ? STRING : misfit(input, 'text');
    case 'queryParam':
      return isKind(input.shape, 'string') ? { ...STRING, optional: true } : misfit(input, 'a URL as text');
    default:
      return undefined;
  }
}

function entries(input: OperationInput): Type | Misfit {
  if (input.shape.kind !== 'object') return misfit(input, 'an object');
  const values = [...input.shape.fields.values()].map((field) => field.shape);
  const value = unionOf(input.shape.rest === undefined ? values : [...values, input.shape.rest]);
  const fields = new Map([
    ['key', { shape: STRING.shape, optional: false }],
    ['value', { shape: value, optional: false }],
  ]);
  return listOf({ shape: { kind: 'object', fields }, optional: false, nullable: false });
}
