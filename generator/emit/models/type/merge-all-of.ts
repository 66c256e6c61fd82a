import { isSchemaObject, schemaList, type JsonSchema, type SchemaObject } from '../../../shape/json-schema.ts';

const MERGEABLE = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'title',
  'description',
  'examples',
  'default',
  '$comment',
  '$defs',
]);

/** `schema` with those members of `allOf` taken into it that only describe an object; the others stay. For types, not for validation. */
export function mergeAllOf(schema: SchemaObject): SchemaObject {
  const members = schemaList(schema['allOf']).map((member) => (isSchemaObject(member) ? mergeAllOf(member) : member));
  const { allOf: _, ...own } = schema;
  let merged: SchemaObject = own;
  const kept: JsonSchema[] = [];
  for (const member of members) {
    const both = isSchemaObject(member) && own['$ref'] === undefined ? mergeObjects(merged, member) : undefined;
    if (both === undefined) kept.push(member);
    else merged = both;
  }
  return kept.length === 0 ? merged : { ...merged, allOf: kept };
}

function mergeObjects(schema: SchemaObject, member: SchemaObject): SchemaObject | undefined {
  if (Object.keys(member).some((keyword) => !MERGEABLE.has(keyword)) || (member['type'] ?? 'object') !== 'object')
    return undefined;
  if ((schema['type'] ?? 'object') !== 'object' || schema['enum'] !== undefined || 'const' in schema) return undefined;
  const rest = mergeRest(schema['additionalProperties'], member['additionalProperties']);
  return {
    ...schema,
    type: 'object',
    properties: mergeProperties(schema['properties'], member['properties']),
    required: [...new Set([...names(schema['required']), ...names(member['required'])])],
    ...(rest !== undefined && { additionalProperties: rest }),
  };
}

function mergeProperties(left: unknown, right: unknown): SchemaObject {
  const properties = new Map(isSchemaObject(left) ? Object.entries(left) : []);
  for (const [name, schema] of isSchemaObject(right) ? Object.entries(right) : []) {
    const known = properties.get(name);
    properties.set(name, known === undefined ? schema : { allOf: [known, schema] });
  }
  return Object.fromEntries(properties);
}

function mergeRest(left: unknown, right: unknown): unknown {
  if (left === undefined || right === undefined) return left ?? right;
  if (left === false || right === false) return false;
  if (left === true || right === true) return left === true ? right : left;
  return { allOf: [left, right] };
}

function names(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
