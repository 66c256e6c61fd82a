import type { SpecPath } from '../../diagnostics/place.ts';
import type { Model } from '../../spec/types.ts';
import { isSchemaObject, schemaMap, type JsonSchema } from '../../shape/json-schema.ts';
import type { Shape, ShapeTable } from '../../shape/shape.ts';
import { shapeOfSchema } from '../../shape/shape-of-schema.ts';
import { bundleSchema, type BundleSource } from './bundle-schema.ts';
import type { ModelDefinition } from './definition.ts';
import { inferModel } from './infer-model.ts';
import { reportStrangeKeys } from './keywords.ts';
import { schemaOfFields } from './schema-of-shape.ts';

/** The models that the spec names, in its order. */
export function checkModels(models: Readonly<Record<string, Model>>, source: BundleSource): readonly ModelDefinition[] {
  const definitions = Object.entries(models).map(([name, model]): ModelDefinition => {
    const at: SpecPath = ['models', name];
    const doc = 'description' in model && typeof model.description === 'string' ? { doc: model.description } : {};
    return { name, schema: schemaOfModel(model, at, source), place: source.report.place(at, { on: 'key' }), ...doc };
  });
  for (const cycle of aliasCycles(definitions))
    source.report.add('FR2002', { what: 'model', names: cycle }, ['models', cycle[0] ?? ''], { on: 'key' });
  return definitions;
}

function schemaOfModel(model: Model, at: SpecPath, source: BundleSource): JsonSchema {
  if (isInferred(model)) return inferModel(model, at, source);
  if (isFields(model)) return schemaOfFields(model.fields, [...at, 'fields'], source);
  if (!isSchemaObject(model)) return {};
  reportStrangeKeys(model, at, ['fields', 'infer'], source.report);
  return bundleSchema(model, at, source);
}

function isInferred(model: Model): model is Extract<Model, { infer: unknown }> {
  return 'infer' in model && (typeof model.infer === 'string' || Array.isArray(model.infer));
}

function isFields(model: Model): model is Extract<Model, { fields: unknown }> {
  return 'fields' in model && isSchemaObject(model.fields);
}

/** The shapes of all models and of what they define within them. */
export function shapesOf(models: readonly ModelDefinition[]): ShapeTable {
  const schemas = new Map<string, { readonly schema: JsonSchema; readonly model: string }>();
  for (const { name, schema } of models) {
    schemas.set(name, { schema, model: name });
    const defs = isSchemaObject(schema) ? schemaMap(schema['$defs']) : [];
    for (const [def, defSchema] of defs) schemas.set(`${name}#/$defs/${def}`, { schema: defSchema, model: name });
  }
  const shapes = new Map<string, Shape>();
  for (const [name, { schema, model }] of schemas)
    shapes.set(name, shapeOfSchema(schema, { model, resolve: (ref) => schemas.get(ref) }));
  return shapes;
}

/** Models that are nothing but references to one another, round and round. */
function aliasCycles(models: readonly ModelDefinition[]): readonly (readonly string[])[] {
  const aliases = new Map(models.map(({ name, schema }) => [name, aliasOf(schema)]));
  const cycles: string[][] = [];
  const known = new Set<string>();
  for (const { name } of models) {
    const trail: string[] = [];
    let current: string | undefined = name;
    while (current !== undefined && !trail.includes(current) && !known.has(current)) {
      trail.push(current);
      current = aliases.get(current);
    }
    if (current !== undefined && trail.includes(current))
      cycles.push([...trail.slice(trail.indexOf(current)), current]);
    for (const one of trail) known.add(one);
  }
  return cycles;
}

function aliasOf(schema: JsonSchema): string | undefined {
  const ref = isSchemaObject(schema) ? schema['$ref'] : undefined;
  return typeof ref === 'string' && ref.startsWith('flowright:model/')
    ? ref.slice('flowright:model/'.length)
    : undefined;
}
