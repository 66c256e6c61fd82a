import { isRecord } from '../json-path.ts';

/** A JSON Schema (2020-12) as an object; fields that a schema should not have are tolerated. */
export type Schema = Readonly<Record<string, unknown>>;

/** `true` and whatever is no schema restrict nothing. */
export function asSchema(value: unknown): Schema {
  return isRecord(value) ? value : {};
}

export function schemasAt(schema: Schema, keyword: string): readonly unknown[] {
  const value = schema[keyword];
  return Array.isArray(value) ? value : [];
}

export function numberAt(schema: Schema, keyword: string): number | undefined {
  const value = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}

export function textAt(schema: Schema, keyword: string): string | undefined {
  const value = schema[keyword];
  return typeof value === 'string' ? value : undefined;
}

/** The type of the example: the first that is not null, or what the other keywords speak of. */
export function typeOf(schema: Schema): string | undefined {
  const { type } = schema;
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return type.find((one) => one !== 'null') ?? type[0];
  const speaksOf = (keywords: readonly string[]): boolean => keywords.some((keyword) => keyword in schema);
  if (speaksOf(['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties']))
    return 'object';
  if (speaksOf(['items', 'prefixItems', 'minItems', 'contains'])) return 'array';
  if (speaksOf(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'])) return 'number';
  if (speaksOf(['pattern', 'minLength', 'maxLength', 'format'])) return 'string';
  return undefined;
}
