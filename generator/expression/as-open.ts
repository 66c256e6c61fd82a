import type { ShapeTable } from '../shape/shape.ts';
import { expand } from '../shape/type-of-shape.ts';
import type { Type } from '../shape/type.ts';
import { apply } from './apply.ts';
import type { Environment } from './environment.ts';
import type { Expression } from './expression.ts';

/** A value where an object of any members is wanted. What is written out in place is one already. */
export function asOpen(value: Expression, wanted: Type, environment: Environment): Expression {
  if (value.kind === 'object' || value.kind === 'literal' || value.type.nullable) return value;
  if (!isOpen(wanted, environment.shapes) || isOpen(value.type, environment.shapes)) return value;
  if (expand(value.type.shape, environment.shapes).kind !== 'object') return value;
  return apply({ op: 'open' }, value, environment, { from: 0, to: 0 }).ok ?? value;
}

function isOpen({ shape }: Type, shapes: ShapeTable): boolean {
  const open = expand(shape, shapes);
  return open.kind === 'object' && open.rest !== undefined;
}
