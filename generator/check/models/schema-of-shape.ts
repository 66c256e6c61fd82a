import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { Fields, Shape } from '../../spec/types.ts';
import { EVERY_OTHER, fieldNames } from '../../shape/field-names.ts';
import { FAILED_SCHEMA, isSchemaObject, type JsonSchema } from '../../shape/json-schema.ts';
import { BUILT_IN_TYPES, schemaOfTypeName } from '../../shape/type-name.ts';
import { bundleSchema, type BundleSource } from './bundle-schema.ts';
import { reportStrangeKeys } from './keywords.ts';

/** The JSON Schema of a shape in any of its forms: a type's name, a list of one shape, fields, or a schema. */
export function schemaOfShape(shape: Shape, at: SpecPath, source: BundleSource): JsonSchema {
  if (typeof shape === 'string') {
    const { schema, unknown } = schemaOfTypeName(shape, source.models);
    for (const { name, from, to } of unknown) {
      source.report.add(
        'FR2001',
        { what: 'type', name, suggestion: nearest(name, [...BUILT_IN_TYPES, ...source.models]) },
        at,
        { from, to },
      );
    }
    return unknown.length === 0 ? schema : FAILED_SCHEMA;
  }
  if (Array.isArray(shape)) return { type: 'array', items: schemaOfShape(shape[0] ?? 'any', [...at, 0], source) };
  if (isFields(shape)) return ofFields(shape, at, source);
  if (!isSchemaObject(shape)) return FAILED_SCHEMA;
  reportStrangeKeys(shape, at, ['fields'], source.report);
  return bundleSchema(shape, at, source);
}

/** An object by its fields; a name that ends in `?` is optional, and `*` stands for every field that is not named. */
export function schemaOfFields(fields: Fields, at: SpecPath, source: BundleSource): JsonSchema {
  const properties = new Map<string, JsonSchema>();
  const required: string[] = [];
  let rest: JsonSchema | undefined;
  const keys = new Map<string, string>();
  for (const [key, shape] of Object.entries(fields)) {
    const schema = schemaOfShape(shape, [...at, key], source);
    for (const { name, optional, written } of fieldNames(key)) {
      const other = keys.get(name);
      if (other !== undefined) {
        const second = optional ? `the field '${written}'` : 'this field';
        source.report.add('FR2009', { name, first: other === key ? 'this key' : 'a field', second }, [...at, key], {
          on: 'key',
        });
      }
      keys.set(name, key);
      if (written === EVERY_OTHER) rest = schema;
      else {
        properties.set(name, schema);
        if (!optional) required.push(name);
      }
    }
  }
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required,
    ...(rest !== undefined && { additionalProperties: rest }),
  };
}

type InFields = Extract<Shape, { readonly fields: Fields }>;

function ofFields({ fields, nullable, description }: InFields, at: SpecPath, source: BundleSource): JsonSchema {
  const schema = schemaOfFields(fields, [...at, 'fields'], source);
  const told = { ...(isSchemaObject(schema) && schema), ...(description !== undefined && { description }) };
  return nullable === true ? { anyOf: [told, { type: 'null' }] } : told;
}

function isFields(shape: object): shape is InFields {
  return 'fields' in shape;
}
