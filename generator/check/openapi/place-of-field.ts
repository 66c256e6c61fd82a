import type { SpecPath } from '../../diagnostics/place.ts';
import { fieldNames } from '../../shape/field-names.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import type { IntegrationSpec } from '../../spec/types.ts';

/** Where a spec declares a field of a shape: in the shape itself, or in the model that it names; as near as it can be told. */
export function placeOfField(shape: SpecPath, fields: readonly string[], spec: IntegrationSpec): SpecPath {
  let at = shape;
  for (const field of fields) {
    at = modelAt(at, spec);
    const declared = valueAt([...at, 'fields'], spec);
    const key = isSchemaObject(declared)
      ? Object.keys(declared).find((one) => fieldNames(one).some(({ name }) => name === field))
      : undefined;
    if (key === undefined) return at;
    at = [...at, 'fields', key];
  }
  return at;
}

/** Through lists, and through names of models. */
function modelAt(at: SpecPath, spec: IntegrationSpec): SpecPath {
  const value = valueAt(at, spec);
  if (Array.isArray(value)) return modelAt([...at, 0], spec);
  const name = typeof value === 'string' ? /^[A-Z]\w*/.exec(value.trim())?.[0] : undefined;
  return name !== undefined && Object.hasOwn(spec.models ?? {}, name) ? ['models', name] : at;
}

function valueAt(at: SpecPath, spec: IntegrationSpec): unknown {
  return at.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined,
    spec,
  );
}
