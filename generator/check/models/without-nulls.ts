import { isJsonSchema, isSchemaObject, schemaMap, type JsonSchema } from '../../shape/json-schema.ts';

/** The schema that a reference means; undefined where there is none. */
export type FindSchema = (ref: string) => JsonSchema | undefined;

/**
 * The schema of the same values without null: a field that may be null may be absent instead. What it refers to stands in
 * it, so that the models it speaks of stay as they are; a reference back to where it stands already is kept.
 */
export function withoutNulls(schema: JsonSchema, find: FindSchema, within: readonly string[] = []): JsonSchema {
  if (!isSchemaObject(schema)) return schema;
  const { $ref: ref } = schema;
  if (typeof ref === 'string') {
    const found = within.includes(ref) ? undefined : find(ref);
    return found === undefined ? schema : withoutNulls(found, find, [...within, ref]);
  }
  const inner = (one: unknown): unknown => (isJsonSchema(one) ? withoutNulls(one, find, within) : one);
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'type' && Array.isArray(value))
      result[key] = value.length > 2 ? value.filter(notNull) : value.find(notNull);
    else if (key === 'enum' && Array.isArray(value)) result[key] = value.filter((one) => one !== null);
    else if ((key === 'anyOf' || key === 'oneOf') && Array.isArray(value)) {
      const rest = value.filter((one) => !isNullOnly(one)).map(inner);
      const [only] = rest;
      if (rest.length === 1 && isSchemaObject(only)) Object.assign(result, only);
      else result[key] = rest;
    } else if (key === 'allOf' && Array.isArray(value)) result[key] = value.map(inner);
    else if (key === 'items' || key === 'additionalProperties') result[key] = inner(value);
    else if (key === 'properties')
      result[key] = Object.fromEntries(schemaMap(value).map(([name, one]) => [name, inner(one)]));
    else if (key === 'required' && Array.isArray(value)) {
      const nullable = new Set(
        schemaMap(schema['properties']).flatMap(([name, one]) => (allowsNull(one, find, within) ? [name] : [])),
      );
      result[key] = value.filter((name) => !nullable.has(name));
    } else if (key !== 'nullable' && key !== '$defs') result[key] = value;
  }
  return result;
}

function allowsNull(schema: JsonSchema, find: FindSchema, within: readonly string[]): boolean {
  if (!isSchemaObject(schema)) return false;
  const { $ref: ref, type, enum: values, anyOf, oneOf, nullable } = schema;
  if (typeof ref === 'string') {
    const found = within.includes(ref) ? undefined : find(ref);
    return found !== undefined && allowsNull(found, find, [...within, ref]);
  }
  if (nullable === true || (Array.isArray(type) && type.includes('null'))) return true;
  if (Array.isArray(values)) return values.includes(null);
  const choices = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : [];
  return choices.some((one) => isNullOnly(one) || (isJsonSchema(one) && allowsNull(one, find, within)));
}

function isNullOnly(schema: unknown): boolean {
  return isSchemaObject(schema) && schema['type'] === 'null';
}

function notNull(type: unknown): boolean {
  return type !== 'null';
}
