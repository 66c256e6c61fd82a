import type { SpecPath } from '../../diagnostics/place.ts';
import type { Model } from '../../spec/types.ts';
import { FAILED_SCHEMA, isSchemaObject, MODEL_REF, schemaMap, type JsonSchema } from '../../shape/json-schema.ts';
import type { Shape, ShapeTable } from '../../shape/shape.ts';
import { shapeOfSchema } from '../../shape/shape-of-schema.ts';
import { cyclesIn, immediateReferences } from './cycles.ts';
import { bundleSchema, type BundleSource } from './bundle-schema.ts';
import type { ModelDefinition } from './definition.ts';
import { inferModel } from './infer-model.ts';
import { isLike, schemaLike } from './like-model.ts';
import { reportStrangeKeys } from './keywords.ts';
import { schemaOfFields } from './schema-of-shape.ts';

/** The models that the spec names, in its order. */
export function checkModels(models: Readonly<Record<string, Model>>, source: BundleSource): readonly ModelDefinition[] {
  const schemas = modelSchemas(models, source);
  const definitions = Object.entries(models).map(([name, model]): ModelDefinition => {
    const doc = 'description' in model && typeof model.description === 'string' ? { doc: model.description } : {};
    const place = source.report.place(['models', name], { on: 'key' });
    return { name, schema: schemas.get(name) ?? FAILED_SCHEMA, place, ...doc };
  });
  const circular = new Set<string>();
  for (const cycle of modelCycles(definitions)) {
    source.report.add('FR2002', { what: 'model', names: cycle }, ['models', cycle[0] ?? ''], { on: 'key' });
    for (const name of cycle) circular.add(name);
  }
  return definitions.map((one) => (circular.has(one.name) ? { ...one, schema: FAILED_SCHEMA } : one));
}

/** The schemas by name; a model like another one is made from that one's. */
function modelSchemas(models: Readonly<Record<string, Model>>, source: BundleSource): ReadonlyMap<string, JsonSchema> {
  const made = new Map<string, JsonSchema>();
  const underway: string[] = [];
  const make = (name: string): JsonSchema | undefined => {
    const model = Object.hasOwn(models, name) ? models[name] : undefined;
    const known = made.get(name);
    if (model === undefined || known !== undefined) return known;
    const at: SpecPath = ['models', name];
    if (underway.includes(name)) {
      source.report.add('FR2002', { what: 'model', names: underway.slice(underway.indexOf(name)) }, at, { on: 'key' });
      return undefined;
    }
    underway.push(name);
    const schema = isLike(model)
      ? schemaLike(model, at, (ref) => findSchema(ref, model.like, make), source)
      : schemaOfModel(model, at, source);
    underway.pop();
    made.set(name, schema);
    return schema;
  };
  for (const name of Object.keys(models)) make(name);
  return made;
}

/** What a reference means within the model `base`: another model, or a definition of its own. */
function findSchema(ref: string, base: string, make: (name: string) => JsonSchema | undefined): JsonSchema | undefined {
  if (ref.startsWith(MODEL_REF)) return make(ref.slice(MODEL_REF.length));
  const schema = make(base);
  const defs = new Map(isSchemaObject(schema) ? schemaMap(schema['$defs']) : []);
  return defs.get(ref.replace('#/$defs/', ''));
}

function schemaOfModel(model: Model, at: SpecPath, source: BundleSource): JsonSchema {
  if (isInferred(model)) return inferModel(model, at, source);
  if (isFields(model)) return schemaOfFields(model.fields, [...at, 'fields'], source);
  if (!isSchemaObject(model)) return FAILED_SCHEMA;
  reportStrangeKeys(model, at, ['fields', 'infer', 'like'], source.report);
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

/** Models that speak of nothing but one another, round and round. */
function modelCycles(models: readonly ModelDefinition[]): readonly (readonly string[])[] {
  return cyclesIn(new Map(models.map(({ name, schema }) => [name, modelsNamed(schema)])));
}

/** The models that a schema says its own value to be, directly or through its definitions. */
function modelsNamed(schema: JsonSchema): readonly string[] {
  const defs = new Map(isSchemaObject(schema) ? schemaMap(schema['$defs']) : []);
  const named = new Set<string>();
  const open = [...immediateReferences(schema)];
  const seen = new Set<string>();
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (seen.has(ref)) continue;
    seen.add(ref);
    if (ref.startsWith(MODEL_REF)) named.add(ref.slice(MODEL_REF.length));
    else open.push(...immediateReferences(defs.get(ref.replace('#/$defs/', ''))));
  }
  return [...named];
}
