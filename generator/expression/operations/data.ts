import type { Shape } from '../../shape/shape.ts';
import { typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { unionOf } from '../../shape/union.ts';
import type { TableShape } from '../environment.ts';
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
      const table = input.tables.get(operation.table);
      if (table === undefined) return ANY;
      const known = knownTo(table, input.shape);
      return typeOfShape(unionOf(known ?? [...table.values()]), input.shapes, known === undefined);
    }
    case 'nonEmpty':
      return mayBeEmpty(input.shape)
        ? { ...input.type, optional: true, nullable: false }
        : misfit(input, 'text, a list or an object');
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

/** What a table gives for a choice of texts all of which it knows; undefined for any other text. */
export function knownTo(table: TableShape, asked: Shape): readonly Shape[] | undefined {
  if (asked.kind !== 'string' || asked.values === undefined) return undefined;
  const found = asked.values.map((value) => table.get(value)).filter((shape) => shape !== undefined);
  return found.length === asked.values.length ? found : undefined;
}

/** Whether there is anything that emptiness means something for. */
function mayBeEmpty(shape: Shape): boolean {
  if (shape.kind === 'union') return shape.of.some(mayBeEmpty);
  return shape.kind === 'string' || shape.kind === 'array' || shape.kind === 'object' || shape.kind === 'any';
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
