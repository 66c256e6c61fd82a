import type { Expression, ObjectField } from '../../expression/expression.ts';
import type { OperationInput } from '../../ir/system.ts';
import type { Type } from '../../shape/type.ts';
import type * as s from '../syntax/index.ts';
import { emitValue, type Flow } from './flow.ts';

/** Named values as an object: `{ contactId: found.id, body: { … } }`; `wanted` says of what types they have to be. */
export function emitFields(
  fields: readonly ObjectField[],
  flow: Flow,
  wanted?: readonly OperationInput[],
): s.ExpressionNode {
  return emitValue(asObject(fields), flow, wanted && typeOf(wanted));
}

function typeOf(inputs: readonly OperationInput[]): Type {
  const fields = inputs.map(({ name, type: { shape, optional } }) => [name, { shape, optional }] as const);
  return { shape: { kind: 'object', fields: new Map(fields) }, optional: false, nullable: false };
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
