import { isRecord } from '../data/is-record.ts';

/**
 * The schema as json-schema-to-typescript can take it. It would duplicate a type for every `$ref` that has siblings (and
 * throws where such a one is recursive), and takes a schema without a type keyword for an object with any keys.
 */
export function typeSchema(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return rewriteSchema(schema);
}

const typeKeywords = [
  'type',
  'const',
  'enum',
  '$ref',
  'oneOf',
  'anyOf',
  'allOf',
  'properties',
  'items',
  'additionalProperties',
];
const mapsOfSchemas = new Set(['properties', '$defs', 'patternProperties']);
const listsOfSchemas = new Set(['oneOf', 'anyOf', 'allOf']);
const singleSchemas = new Set(['items', 'additionalProperties', 'contains']);
/** Checks at run time that say nothing about a type. Tuples made of minItems and maxItems would only be in the way. */
const withoutType = new Set([
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'propertyNames',
  'uniqueItems',
  'not',
  '$id',
  'if',
  'then',
]);

function rewriteSchema(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  if (!typeKeywords.some((keyword) => keyword in schema)) return { ...schema, tsType: 'unknown' };
  const result: Record<string, unknown> = anyObject(schema) ? { additionalProperties: true } : {};
  for (const [key, value] of Object.entries(schema)) {
    if (withoutType.has(key)) continue;
    result[key] = rewriteKeyword(key, value);
  }
  // What must be there unless an OpenAPI document brings it: the load stage has filled it in then.
  if (isRecord(schema.then)) result.required = [...listOf(schema.required), ...listOf(schema.then.required)];
  return result;
}

/** `type: object` alone: an object with any keys. */
function anyObject(schema: Readonly<Record<string, unknown>>): boolean {
  return schema.type === 'object' && schema.properties === undefined && schema.additionalProperties === undefined;
}

function rewriteKeyword(key: string, value: unknown): unknown {
  if (mapsOfSchemas.has(key) && isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, isRecord(one) ? rewriteSchema(one) : one]),
    );
  }
  if (listsOfSchemas.has(key) && Array.isArray(value))
    return value.map((one: unknown) => (isRecord(one) ? rewriteSchema(one) : one));
  if (singleSchemas.has(key) && isRecord(value)) return rewriteSchema(value);
  return value;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
