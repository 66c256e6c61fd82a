import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { Fields, Shape } from '../../spec/types.ts';
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
  if (isFields(shape)) return schemaOfFields(shape.fields, [...at, 'fields'], source);
  if (!isSchemaObject(shape)) return FAILED_SCHEMA;
  reportStrangeKeys(shape, at, ['fields'], source.report);
  return bundleSchema(shape, at, source);
}

/** An object by its fields; a name that ends in `?` is optional. */
export function schemaOfFields(fields: Fields, at: SpecPath, source: BundleSource): JsonSchema {
  const entries = Object.entries(fields);
  for (const [name] of entries) {
    if (name.endsWith('?') && Object.hasOwn(fields, fieldName(name)))
      source.report.add(
        'FR2009',
        { name: fieldName(name), first: 'a field', second: `the field '${name}'` },
        [...at, name],
        { on: 'key' },
      );
  }
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([name, shape]) => [fieldName(name), schemaOfShape(shape, [...at, name], source)]),
    ),
    required: entries.filter(([name]) => !name.endsWith('?')).map(([name]) => name),
  };
}

export function fieldName(name: string): string {
  return name.endsWith('?') ? name.slice(0, -1) : name;
}

function isFields(shape: object): shape is { readonly fields: Fields } {
  return 'fields' in shape;
}
