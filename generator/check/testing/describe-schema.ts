import { isJsonSchema, isSchemaObject, schemaMap } from '../../shape/json-schema.ts';

/** A schema in a line, for tests: `id: string, name?: null | string`. */
export function describeSchema(schema: unknown): string {
  if (!isSchemaObject(schema) || Object.keys(schema).length === 0) return 'any';
  const { type, enum: values, anyOf, properties, required, items, additionalProperties } = schema;
  if (Array.isArray(values)) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (Array.isArray(anyOf)) return anyOf.map(inner).toSorted().join(' | ');
  if (properties !== undefined) {
    const needed: readonly unknown[] = Array.isArray(required) ? required : [];
    const fields = schemaMap(properties).map(
      ([name, one]) => `${name}${needed.includes(name) ? '' : '?'}: ${inner(one)}`,
    );
    return [
      ...(isJsonSchema(additionalProperties) ? [`*: ${inner(additionalProperties)}`] : []),
      ...fields.toSorted(),
    ].join(', ');
  }
  if (items !== undefined) return `[${inner(items)}]`;
  return Array.isArray(type) ? type.map(String).toSorted().join(' | ') : String(type);
}

function inner(schema: unknown): string {
  const text = describeSchema(schema);
  return isSchemaObject(schema) && schema['properties'] !== undefined ? `{${text}}` : text;
}
