import { isSchemaObject, schemaList, type JsonSchema } from '../../../shape/json-schema.ts';
import { isOfType, typeNames } from '../type/type-schema.ts';

/** The six types of JSON values; integers are a kind of number. */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export const JSON_TYPES: readonly JsonType[] = ['null', 'boolean', 'number', 'string', 'array', 'object'];

/** A set of types that a value may have, as far as it is known. */
export type Types = ReadonlySet<JsonType>;

export const ALL_TYPES: Types = new Set(JSON_TYPES);

export function jsonType(name: string): JsonType | undefined {
  return name === 'integer' ? 'number' : JSON_TYPES.find((type) => type === name);
}

/** How deep references are followed; a longer chain is one that leads back to itself. */
const MAX_DEPTH = 20;

/** The types of the values that a schema accepts, as far as its words say it; `follow` gives the schema behind a reference. */
export function acceptedTypes(schema: JsonSchema, follow: (ref: string) => JsonSchema | undefined, depth = 0): Types {
  if (!isSchemaObject(schema)) return schema ? ALL_TYPES : new Set();
  if (depth > MAX_DEPTH) return ALL_TYPES;
  const sets: Types[] = [];
  const { $ref: ref, type } = schema;
  if (typeof ref === 'string') sets.push(acceptedTypes(follow(ref) ?? true, follow, depth + 1));
  if (type !== undefined) sets.push(new Set(typeNames(schema).flatMap((name) => jsonType(name) ?? [])));
  if ('const' in schema) sets.push(typesOfValues([schema['const']]));
  if (Array.isArray(schema['enum'])) sets.push(typesOfValues(schema['enum']));
  for (const member of schemaList(schema['allOf'])) sets.push(acceptedTypes(member, follow, depth + 1));
  for (const keyword of ['anyOf', 'oneOf']) {
    const alternatives = schemaList(schema[keyword]);
    if (alternatives.length > 0)
      sets.push(new Set(alternatives.flatMap((one) => [...acceptedTypes(one, follow, depth + 1)])));
  }
  return sets.reduce(intersection, ALL_TYPES);
}

export function intersection(left: Types, right: Types): Types {
  return new Set([...left].filter((type) => right.has(type)));
}

function typesOfValues(values: readonly unknown[]): Types {
  return new Set(JSON_TYPES.filter((type) => values.some((value) => isOfType(value, type))));
}
