import { isRecord } from '../data/is-record.ts';

/** A JSON Schema as plain data. Keywords are looked at one by one, so nothing is assumed of their values. */
export type JsonSchema = boolean | SchemaObject;
export interface SchemaObject {
  readonly [keyword: string]: unknown;
}

/** A reference to another model of the integration, in a normalised schema: `flowright:model/Order`. */
export const MODEL_REF = 'flowright:model/';

/** Stands for a schema that could not be read, which has been reported: what is made of it fits everything. */
export const FAILED_SCHEMA = { $ref: 'flowright:failed' } as const satisfies SchemaObject;

export function isSchemaObject(value: unknown): value is SchemaObject {
  return isRecord(value);
}

export function isJsonSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isSchemaObject(value);
}

/** The sub-schemas below a keyword that holds a list of them (`anyOf`), without those that are none. */
export function schemaList(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? value.filter(isJsonSchema) : [];
}

/** The sub-schemas below a keyword that holds a map of them (`properties`). */
export function schemaMap(value: unknown): readonly (readonly [string, JsonSchema])[] {
  return isSchemaObject(value)
    ? Object.entries(value).filter((entry): entry is [string, JsonSchema] => isJsonSchema(entry[1]))
    : [];
}

/** What a schema says of its values; undefined where that is nothing. */
export function descriptionOf(schema: JsonSchema): string | undefined {
  const description = isSchemaObject(schema) ? schema['description'] : undefined;
  return typeof description === 'string' && description.trim() !== '' ? description : undefined;
}
