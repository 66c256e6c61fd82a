import { isRecord } from '../../data/is-record.ts';
import type { SpecPath } from '../../diagnostics/place.ts';

/** Keywords whose values are data, in which `$ref` would be a key like any other. */
const dataKeywords = new Set(['const', 'enum', 'default', 'examples', 'example']);

/** Every `$ref` of a JSON Schema that leads to another file; not those within the same document. */
export function schemaReferences(
  schema: unknown,
  path: SpecPath = [],
): readonly { readonly to: string; readonly path: SpecPath }[] {
  if (Array.isArray(schema)) return schema.flatMap((item: unknown, index) => schemaReferences(item, [...path, index]));
  if (!isRecord(schema)) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === '$ref' && typeof value === 'string')
      return value === '' || value.startsWith('#') ? [] : [{ to: value, path: [...path, key] }];
    if (key === 'properties' && isRecord(value)) {
      return Object.entries(value).flatMap(([name, property]) => schemaReferences(property, [...path, key, name]));
    }
    return dataKeywords.has(key) ? [] : schemaReferences(value, [...path, key]);
  });
}
