import {
  descriptionOf,
  isJsonSchema,
  isSchemaObject,
  schemaList,
  schemaMap,
  type JsonSchema,
  type SchemaObject,
} from '../../../shape/json-schema.ts';
import { mergeAllOf } from './merge-all-of.ts';
import { literalType, type Tokens } from './tokens.ts';

/** What the type generator is given: the few keywords that it handles without doubt, every text of the spec as a token. */
export type TypeSchema = { readonly [keyword: string]: unknown };

export interface TypeContext {
  readonly tokens: Tokens;
  /** The TypeScript name that a reference leads to. */
  readonly nameOf: (ref: string) => string;
  /** A tuple is written here, since the generator knows none with elements that may be missing; gives its token. */
  readonly tuple: (items: readonly TypeSchema[], required: number, rest: TypeSchema | undefined) => string;
}

const UNKNOWN: TypeSchema = { tsType: 'unknown' };
const NEVER: TypeSchema = { tsType: 'never' };

/** Keywords that make a schema describe a type; one without any of them only limits values. */
const DESCRIBING = [
  'type',
  '$ref',
  'const',
  'enum',
  'properties',
  'patternProperties',
  'items',
  'prefixItems',
  'allOf',
  'anyOf',
  'oneOf',
];

/** A normalised schema as input of the type generator. */
export function typeSchema(schema: JsonSchema, context: TypeContext): TypeSchema {
  if (typeof schema === 'boolean') return schema ? UNKNOWN : NEVER;
  const merged = mergeAllOf(schema);
  const type =
    typeof merged['$ref'] === 'string'
      ? { tsType: context.nameOf(merged['$ref']) }
      : intersection(partsOf(merged, context));
  return { ...type, ...annotations(schema, context) };
}

function annotations(schema: SchemaObject, { tokens }: TypeContext): TypeSchema {
  const { deprecated } = schema;
  const description = descriptionOf(schema);
  return {
    ...(description !== undefined && { description: tokens.comment(description) }),
    ...(deprecated === true && { deprecated }),
  };
}

function partsOf(schema: SchemaObject, context: TypeContext): readonly TypeSchema[] {
  const parts: TypeSchema[] = [];
  const own = ownType(schema, context);
  if (own !== undefined) parts.push(own);
  for (const member of schemaList(schema['allOf'])) if (describes(member)) parts.push(typeSchema(member, context));
  for (const keyword of ['anyOf', 'oneOf']) {
    const alternatives = schemaList(schema[keyword]);
    if (alternatives.length > 0 && alternatives.every(describes))
      parts.push(union(alternatives.map((one) => typeSchema(one, context))));
  }
  return parts;
}

function describes(schema: JsonSchema): boolean {
  return typeof schema === 'boolean' ? !schema : DESCRIBING.some((keyword) => schema[keyword] !== undefined);
}

function ownType(schema: SchemaObject, context: TypeContext): TypeSchema | undefined {
  if ('const' in schema) return literals([schema['const']], context);
  const types = typeNames(schema);
  if (Array.isArray(schema['enum']))
    return literals(
      schema['enum'].filter((value) => types.length === 0 || types.some((type) => isOfType(value, type))),
      context,
    );
  if (types.length === 0) return undefined;
  return union(
    types
      .filter((type) => type !== 'integer' || !types.includes('number'))
      .map((type) => ofType(type, schema, context)),
  );
}

export function typeNames(schema: SchemaObject): readonly string[] {
  const { type } = schema;
  return typeof type === 'string' ? [type] : Array.isArray(type) ? type.filter((name) => typeof name === 'string') : [];
}

export function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isSchemaObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function literals(values: readonly unknown[], { tokens }: TypeContext): TypeSchema {
  if (values.length === 0) return NEVER;
  const texts = [...new Set(values.map(literalType))];
  return { tsType: tokens.type(texts.length === 1 ? texts.join('') : `(${texts.join(' | ')})`) };
}

function ofType(type: string, schema: SchemaObject, context: TypeContext): TypeSchema {
  switch (type) {
    case 'null':
    case 'boolean':
    case 'string':
    case 'number':
      return { type };
    case 'integer':
      return { type: 'number' };
    case 'array':
      return ofArray(schema, context);
    case 'object':
      return ofObject(schema, context);
    default:
      return UNKNOWN;
  }
}

function ofArray(schema: SchemaObject, context: TypeContext): TypeSchema {
  const items = isJsonSchema(schema['items']) ? schema['items'] : true;
  const prefix = schemaList(schema['prefixItems']);
  if (prefix.length === 0) return { type: 'array', items: typeSchema(items, context) };
  const required = typeof schema['minItems'] === 'number' ? schema['minItems'] : 0;
  const elements = prefix.map((item) => typeSchema(item, context));
  return { tsType: context.tuple(elements, required, items === false ? undefined : typeSchema(items, context)) };
}

function ofObject(schema: SchemaObject, context: TypeContext): TypeSchema {
  const { tokens } = context;
  const required = new Set(
    Array.isArray(schema['required']) ? schema['required'].filter((name) => typeof name === 'string') : [],
  );
  const properties = new Map(schemaMap(schema['properties']));
  for (const name of required) if (!properties.has(name)) properties.set(name, true);
  const named = [...properties].map(([name, property]) => ({
    key: tokens.key(name),
    schema: typeSchema(property, context),
    required: required.has(name),
  }));
  return {
    type: 'object',
    properties: Object.fromEntries(named.map((property) => [property.key, property.schema])),
    required: named.filter((property) => property.required).map((property) => property.key),
    additionalProperties: restOf(schema, properties.size === 0, context),
  };
}

/** What undeclared properties hold; false where there may be none, as far as the type is concerned. */
function restOf(schema: SchemaObject, empty: boolean, context: TypeContext): TypeSchema | boolean {
  const rest = schema['additionalProperties'];
  const patterns = schemaMap(schema['patternProperties']).map(([, pattern]) => pattern);
  const told = [...patterns, ...(isJsonSchema(rest) && rest !== false ? [rest] : [])];
  if (told.length === 0) return empty && rest !== false;
  return told.some((one) => one === true) ? true : union(told.map((one) => typeSchema(one, context)));
}

function union(types: readonly TypeSchema[]): TypeSchema {
  const [first = NEVER] = types;
  return types.length === 1 ? first : { anyOf: types };
}

function intersection(types: readonly TypeSchema[]): TypeSchema {
  const [first = UNKNOWN] = types;
  return types.length <= 1 ? first : { allOf: types };
}
