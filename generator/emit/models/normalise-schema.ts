import { isJsonSchema, isSchemaObject, type JsonSchema, type SchemaObject } from '../../shape/json-schema.ts';

/** Keywords that hold one schema, a list of schemas, or a map of them. */
const SINGLE = new Set(['items', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else']);
const LISTS = new Set(['prefixItems', 'allOf', 'anyOf', 'oneOf']);
const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions']);

/** Sub-schemas that describe a value of their own, so that structural keywords without a type imply one. */
const OWN_VALUE = new Set([
  'items',
  'prefixItems',
  'additionalProperties',
  'properties',
  'patternProperties',
  '$defs',
  'definitions',
]);
/** Sub-schemas that describe the same value as their parent, which therefore imply a type only where the parent has none. */
const SAME_VALUE = new Set(['allOf', 'anyOf', 'oneOf']);

/**
 * The schema in the words of 2020-12: what older drafts and OpenAPI 3.0 write otherwise is rewritten (`nullable`, tuples
 * in `items`, boolean `exclusiveMinimum`, `dependencies`), and types that `properties` or `items` imply are written out, so
 * that the validator accepts no value that the TypeScript type does not.
 */
export function normaliseSchema(schema: JsonSchema): JsonSchema {
  return normalise(schema, true);
}

function normalise(schema: JsonSchema, implied: boolean): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const { nullable, ...modern } = withoutConstantConditions(modernised(schema));
  const typed = implied ? withImpliedType(modern) : modern;
  const typeOpen = implied && typed['type'] === undefined;
  const present = Object.entries(typed).filter(([, value]) => value !== undefined);
  const inner = Object.fromEntries(
    present.map(([keyword, value]) => [keyword, normaliseKeyword(keyword, value, typeOpen)]),
  );
  return nullable === true && inner['$ref'] === undefined ? withNull(inner) : inner;
}

function normaliseKeyword(keyword: string, value: unknown, typeOpen: boolean): unknown {
  const implied = OWN_VALUE.has(keyword) || (SAME_VALUE.has(keyword) && typeOpen);
  if (SINGLE.has(keyword)) return isJsonSchema(value) ? normalise(value, implied) : value;
  if (LISTS.has(keyword))
    return Array.isArray(value)
      ? value.map((item: unknown) => (isJsonSchema(item) ? normalise(item, implied) : item))
      : value;
  if (!MAPS.has(keyword) || !isSchemaObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, isJsonSchema(item) ? normalise(item, implied) : item]),
  );
}

function withImpliedType(schema: SchemaObject): SchemaObject {
  if (['type', '$ref', 'const', 'enum'].some((keyword) => schema[keyword] !== undefined)) return schema;
  if (isSchemaObject(schema['properties']) || 'additionalProperties' in schema) return { type: 'object', ...schema };
  if ('items' in schema || 'prefixItems' in schema) return { type: 'array', ...schema };
  return Array.isArray(schema['required']) && !hasAlternatives(schema) ? { type: 'object', ...schema } : schema;
}

function hasAlternatives(schema: SchemaObject): boolean {
  return ['allOf', 'anyOf', 'oneOf'].some((keyword) => Array.isArray(schema[keyword]));
}

/** The same schema, or null. */
function withNull(schema: SchemaObject): SchemaObject {
  const { type, const: constant, ...rest } = schema;
  const types = Array.isArray(type) ? type : [type];
  if (type === undefined || hasAlternatives(schema)) {
    const { description, $defs, definitions, ...alternative } = schema;
    const kept = Object.entries({ description, $defs, definitions }).filter(([, value]) => value !== undefined);
    return { ...Object.fromEntries(kept), anyOf: [alternative, { type: 'null' }] };
  }
  const values = constant !== undefined ? [constant] : rest['enum'];
  return {
    ...rest,
    type: types.includes('null') ? type : [...types, 'null'],
    ...(Array.isArray(values) && { enum: values.includes(null) ? values : [...values, null] }),
  };
}

/** Rewrites what draft-04 to draft-07 and OpenAPI 3.0 write otherwise. */
function modernised(schema: SchemaObject): SchemaObject {
  const { additionalItems, dependencies, ...rest } = schema;
  return {
    ...rest,
    ...(Array.isArray(rest['items']) && { prefixItems: rest['items'], items: additionalItems ?? true }),
    ...exclusiveLimit(rest, 'minimum', 'exclusiveMinimum'),
    ...exclusiveLimit(rest, 'maximum', 'exclusiveMaximum'),
    ...(isSchemaObject(dependencies) && splitDependencies(rest, dependencies)),
  };
}

/** `minimum: 1, exclusiveMinimum: true` says `exclusiveMinimum: 1`; undefined drops a keyword. */
function exclusiveLimit(schema: SchemaObject, limit: string, exclusive: string): SchemaObject {
  if (typeof schema[exclusive] !== 'boolean') return {};
  return schema[exclusive] ? { [exclusive]: schema[limit], [limit]: undefined } : { [exclusive]: undefined };
}

/** `not: true` and `if: true` are decided by the schema alone: what they come to goes to `allOf`. */
function withoutConstantConditions(schema: SchemaObject): SchemaObject {
  const { not, if: condition, then, else: otherwise, ...rest } = schema;
  const decided: unknown[] = [];
  if (not === true) decided.push(false);
  if (typeof condition === 'boolean') decided.push((condition ? then : otherwise) ?? true);
  const kept = {
    ...(typeof not !== 'boolean' && { not }),
    ...(typeof condition !== 'boolean' && { if: condition, then, else: otherwise }),
  };
  if (decided.length === 0) return { ...rest, ...kept };
  return { ...rest, ...kept, allOf: [...(Array.isArray(rest['allOf']) ? rest['allOf'] : []), ...decided] };
}

function splitDependencies(schema: SchemaObject, dependencies: SchemaObject): SchemaObject {
  const entries = Object.entries(dependencies);
  const known = (keyword: string): SchemaObject => (isSchemaObject(schema[keyword]) ? schema[keyword] : {});
  return {
    dependentRequired: {
      ...known('dependentRequired'),
      ...Object.fromEntries(entries.filter(([, value]) => Array.isArray(value))),
    },
    dependentSchemas: {
      ...known('dependentSchemas'),
      ...Object.fromEntries(entries.filter(([, value]) => isJsonSchema(value))),
    },
  };
}
