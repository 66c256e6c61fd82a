import type { SchemaObject } from '../shape/json-schema.ts';

/** Keywords that check more than a type, and that a type in short form does not say. */
const CHECKS: readonly string[] = (
  'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems uniqueItems ' +
  'minProperties maxProperties patternProperties propertyNames not if then else dependentRequired dependentSchemas ' +
  'prefixItems contains contentEncoding'
).split(' ');

export function hasChecks(schema: SchemaObject): boolean {
  return CHECKS.some((keyword) => schema[keyword] !== undefined && !isIdle(keyword, schema[keyword]));
}

/** What says nothing: `minLength: 0`, `uniqueItems: false`, `exclusiveMinimum: false`. */
function isIdle(keyword: string, value: unknown): boolean {
  return value === false || (value === 0 && /^min(?:Length|Items|Properties)$/.test(keyword));
}

/** The types that a schema names or implies, without null. */
export function typesOf(schema: SchemaObject): readonly string[] {
  const { type } = schema;
  const named = Array.isArray(type) ? type : [type];
  const types = named.filter((one): one is string => typeof one === 'string' && one !== 'null');
  if (types.length > 0 || type === 'null') return types;
  if (typeof schema['properties'] === 'object' || typeof schema['additionalProperties'] === 'object') return ['object'];
  return schema['items'] === undefined ? [] : ['array'];
}

/** Whether null is a value: of OpenAPI 3.0 by `nullable`, of 3.1 by a type. */
export function isNullable(schema: SchemaObject): boolean {
  const { type, nullable } = schema;
  const values = schema['enum'];
  return (
    nullable === true ||
    type === 'null' ||
    (Array.isArray(type) && type.includes('null')) ||
    (Array.isArray(values) && values.includes(null))
  );
}

/** The values of a choice, without null; undefined where the schema is none. */
export function valuesOf(schema: SchemaObject): readonly unknown[] | undefined {
  if (schema['const'] !== undefined && schema['const'] !== null) return [schema['const']];
  const values = schema['enum'];
  return Array.isArray(values) ? values.filter((value: unknown) => value !== null) : undefined;
}
