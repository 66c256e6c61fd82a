import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import {
  FAILED_SCHEMA,
  isJsonSchema,
  isSchemaObject,
  MODEL_REF,
  schemaMap,
  type JsonSchema,
} from '../../shape/json-schema.ts';
import type { Model } from '../../spec/types.ts';
import type { BundleSource } from './bundle-schema.ts';
import { schemaOfFields } from './schema-of-shape.ts';
import { withoutNulls, type FindSchema } from './without-nulls.ts';

export type LikeModel = Extract<Model, { readonly like: string }>;

export function isLike(model: Model): model is LikeModel {
  return 'like' in model && typeof model.like === 'string';
}

/**
 * A model that has the fields of another: all, some, or all but some, perhaps without nulls, and with fields of its own in
 * place of or beside them. `find` knows the schemas of models.
 */
export function schemaLike(model: LikeModel, at: SpecPath, find: FindSchema, source: BundleSource): JsonSchema {
  const { report } = source;
  const base = find(MODEL_REF + model.like);
  if (base === undefined) {
    if (!source.models.has(model.like))
      report.add('FR2001', { what: 'model', name: model.like, suggestion: nearest(model.like, source.models) }, [
        ...at,
        'like',
      ]);
    return FAILED_SCHEMA;
  }
  const whole = model.nulls === 'omit' ? withoutNulls(base, find) : base;
  const properties = new Map(isSchemaObject(whole) ? schemaMap(whole['properties']) : []);
  if (!isSchemaObject(whole) || whole['properties'] === undefined) {
    report.add('FR2015', { what: `a model like '${model.like}'`, needs: 'that to be an object of named fields' }, [
      ...at,
      'like',
    ]);
    return FAILED_SCHEMA;
  }
  for (const part of ['only', 'except'] as const) {
    for (const [index, name] of (model[part] ?? []).entries()) {
      if (!properties.has(name))
        report.add('FR2003', { field: name, owner: model.like, suggestion: nearest(name, properties.keys()) }, [
          ...at,
          part,
          index,
        ]);
    }
  }
  const own = schemaOfFields(model.fields ?? {}, [...at, 'fields'], source);
  const ownProperties = new Map(isSchemaObject(own) ? schemaMap(own['properties']) : []);
  const kept = [...properties].filter(
    ([name]) =>
      !ownProperties.has(name) && (model.only?.includes(name) ?? true) && model.except?.includes(name) !== true,
  );
  const keptNames = new Set(kept.map(([name]) => name));
  const rest = isSchemaObject(own) ? own['additionalProperties'] : undefined;
  const { additionalProperties, ...others } = whole;
  const restOfBase = model.only === undefined ? additionalProperties : undefined;
  return {
    ...others,
    properties: Object.fromEntries([...kept, ...ownProperties].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    required: [...requiredOf(whole).filter((name) => keptNames.has(name)), ...requiredOf(own)],
    ...(isJsonSchema(rest ?? restOfBase) && { additionalProperties: rest ?? restOfBase }),
  };
}

function requiredOf(schema: JsonSchema): readonly string[] {
  const required = isSchemaObject(schema) ? schema['required'] : undefined;
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}
