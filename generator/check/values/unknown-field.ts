import { nearest } from '../../diagnostics/nearest.ts';
import type { Expression } from '../../expression/expression.ts';
import { describeOwner } from '../../shape/describe.ts';
import { fieldOf, itemOf } from '../../shape/member.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { expand, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';

export interface UnknownField {
  readonly field: string;
  readonly owner: string;
  readonly suggestion: string | undefined;
}

/** A field that is written out (in a constant, or an object of an expression) and that the target does not declare. */
export function unknownField(value: Expression, target: Type, shapes: ShapeTable): UnknownField | undefined {
  switch (value.kind) {
    case 'literal':
      return unknownInData(value.value, target, shapes);
    case 'object':
      return first(value.fields, (field) =>
        unknownIn(field.name, target, shapes, (type) => unknownField(field.value, type, shapes)),
      );
    case 'array':
      return first(
        value.items.filter((_, at) => !value.spread?.includes(at)),
        (item) => inItem(target, shapes, (type) => unknownField(item, type, shapes)),
      );
    case 'each':
      return inItem(target, shapes, (type) => (value.flat ? undefined : unknownField(value.value, type, shapes)));
    case 'conditional':
      return unknownField(value.then, target, shapes) ?? unknownField(value.else, target, shapes);
    case 'coalesce':
      return first(value.of, (one) => unknownField(one, target, shapes));
    default:
      return undefined;
  }
}

function unknownInData(value: unknown, target: Type, shapes: ShapeTable): UnknownField | undefined {
  if (Array.isArray(value))
    return first(value, (item) => inItem(target, shapes, (type) => unknownInData(item, type, shapes)));
  if (typeof value !== 'object' || value === null) return undefined;
  return first(Object.entries(value), ([name, field]) =>
    unknownIn(name, target, shapes, (type) => unknownInData(field, type, shapes)),
  );
}

function unknownIn(
  field: string,
  target: Type,
  shapes: ShapeTable,
  inside: (type: Type) => UnknownField | undefined,
): UnknownField | undefined {
  const shape = expand(target.shape, shapes);
  // Which alternative of a union is meant is not known: any of them may declare the field.
  if (shape.kind === 'union') {
    const owners = shape.of.map((one) => expand(one, shapes)).filter((one) => one.kind === 'object');
    if (owners.length === 0 || owners.some((one) => one.fields.has(field) || one.rest !== undefined)) return undefined;
    return {
      field,
      owner: describeOwner(target),
      suggestion: nearest(
        field,
        owners.flatMap((one) => [...one.fields.keys()]),
      ),
    };
  }
  if (shape.kind !== 'object') return undefined;
  const member = fieldOf(present(target), field, shapes);
  if ('found' in member) return inside(member.found);
  return {
    field,
    owner: describeOwner(target),
    suggestion: member.missing === 'field' ? nearest(field, member.known) : undefined,
  };
}

function inItem(
  target: Type,
  shapes: ShapeTable,
  inside: (type: Type) => UnknownField | undefined,
): UnknownField | undefined {
  const item = itemOf(present(target), shapes, 'loop');
  return 'found' in item ? inside(item.found) : undefined;
}

function first<T>(items: readonly T[], test: (item: T) => UnknownField | undefined): UnknownField | undefined {
  for (const item of items) {
    const unknown = test(item);
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}
