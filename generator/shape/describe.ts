import type { Shape } from './shape.ts';
import type { Type, TypeRef } from './type.ts';

/** A type in the words of the spec language: `string or null`, `list of Item, may be missing`. */
export function describeType(type: Type): string {
  const name = describeShape(type.shape);
  const orNull = type.nullable && type.shape.kind !== 'null' ? `${name} or null` : name;
  return type.optional ? `${orNull}, may be missing` : orNull;
}

export function describeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'string':
      if (shape.values !== undefined) return choice(shape.values.map((value) => JSON.stringify(value)));
      return shape.format === undefined ? 'string' : `string (${shape.format})`;
    case 'number':
      if (shape.values !== undefined) return choice(shape.values.map(String));
      return shape.integer ? 'integer' : 'number';
    case 'boolean':
      return shape.values?.length === 1 ? String(shape.values[0]) : 'boolean';
    case 'array':
      return `list of ${describeShape(shape.item)}`;
    case 'union':
      return shape.of.map(describeShape).join(' or ');
    case 'never':
      return 'nothing';
    case 'ref':
      return shape.to.replace(/#.*\//, '.');
    default:
      return shape.kind;
  }
}

/** What a field is looked for on: the model, or the way from a model to a part of it that has no name (`Submission.answers`). */
export function describeOwner(type: Type): string {
  const name = describeShape(type.shape);
  if (type.shape.kind !== 'object') return name;
  return type.ref === undefined ? 'this object' : describeRef(type.ref);
}

function describeRef(ref: TypeRef): string {
  if (ref.kind === 'model') return ref.name.replace(/#.*\//, '.');
  return ref.kind === 'item' ? `${describeRef(ref.of)}[]` : `${describeRef(ref.of)}.${ref.field}`;
}

function choice(values: readonly string[]): string {
  return values.length > 5
    ? `one of ${values.slice(0, 4).join(', ')}, … (${String(values.length)} values)`
    : values.join(' | ');
}
