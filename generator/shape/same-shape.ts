import type { Field, Shape } from './shape.ts';

/** Whether two shapes say the same, down to the last field. References are compared by name. */
export function sameShape(left: Shape, right: Shape): boolean {
  if (left === right) return true;
  switch (left.kind) {
    case 'ref':
      return right.kind === 'ref' && left.to === right.to;
    case 'array':
      return (
        right.kind === 'array' && sameShape(left.item, right.item) && sameAll(left.prefix ?? [], right.prefix ?? [])
      );
    case 'union':
      return right.kind === 'union' && sameAll(left.of, right.of);
    case 'object':
      return right.kind === 'object' && sameFields(left.fields, right.fields) && sameRest(left.rest, right.rest);
    case 'number':
      return right.kind === 'number' && left.integer === right.integer && sameValues(left.values, right.values);
    case 'string':
      return right.kind === 'string' && left.format === right.format && sameValues(left.values, right.values);
    case 'boolean':
      return right.kind === 'boolean' && sameValues(left.values, right.values);
    default:
      return left.kind === right.kind;
  }
}

function sameAll(left: readonly Shape[], right: readonly Shape[]): boolean {
  return left.length === right.length && left.every((one, index) => sameShape(one, right[index] ?? { kind: 'never' }));
}

function sameFields(left: ReadonlyMap<string, Field>, right: ReadonlyMap<string, Field>): boolean {
  return (
    left.size === right.size &&
    [...left].every(([name, field]) => {
      const other = right.get(name);
      return other !== undefined && field.optional === other.optional && sameShape(field.shape, other.shape);
    })
  );
}

function sameRest(left: Shape | undefined, right: Shape | undefined): boolean {
  return left === undefined || right === undefined ? left === right : sameShape(left, right);
}

function sameValues(left: readonly unknown[] | undefined, right: readonly unknown[] | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
