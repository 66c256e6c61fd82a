import type { Expression, ObjectField } from '../../expression/expression.ts';
import type * as s from '../syntax/index.ts';
import { emitValue, type Flow } from './flow.ts';

/** Named values as an object: `{ contactId: found.id, body: { … } }`. */
export function emitFields(fields: readonly ObjectField[], flow: Flow): s.ExpressionNode {
  return emitValue(asObject(fields), flow);
}

function asObject(fields: readonly ObjectField[]): Expression {
  const shapes = fields.map(
    ({ name, value, optional }) =>
      [name, { shape: value.type.shape, optional: optional && value.type.optional }] as const,
  );
  return {
    kind: 'object',
    fields,
    type: { shape: { kind: 'object', fields: new Map(shapes) }, optional: false, nullable: false },
  };
}
