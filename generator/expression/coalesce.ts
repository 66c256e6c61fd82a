import { isMaybe, present } from '../shape/type-of-shape.ts';
import type { Type } from '../shape/type.ts';
import type { Expression } from './expression.ts';
import { unionTypes } from './union-types.ts';

/** The first of some values that is present: those that never are, and those behind one that always is, are left out. */
export function coalesce(values: readonly [Expression, ...Expression[]]): Expression {
  const flat = values.flatMap((value) => (value.kind === 'coalesce' ? value.of : [value]));
  const last = flat.at(-1);
  const useful = flat.filter((value) => value === last || !isNothing(value.type));
  const certain = useful.findIndex((value) => !isMaybe(value.type));
  const of = certain === -1 ? useful : useful.slice(0, certain + 1);
  const [only = values[0]] = of;
  if (of.length < 2) return only;
  const types = of.map(({ type }, index) => (index < of.length - 1 ? present(type) : type));
  return { kind: 'coalesce', of, type: unionTypes(types) };
}

/** Whether there is never a value: `null`, `undefined`. */
export function isNothing({ shape, optional, nullable }: Type): boolean {
  return (shape.kind === 'null' || shape.kind === 'never') && (optional || nullable);
}
