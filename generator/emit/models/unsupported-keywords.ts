import { isSchemaObject, type JsonSchema, type SchemaObject } from '../../shape/json-schema.ts';
import { compilePattern } from './check/pattern.ts';
import { FORMATS } from './check/formats.ts';

/** A keyword that the emitted validator does not check. */
export interface UnsupportedKeyword {
  readonly keyword: string;
  /** JSON pointer of the keyword in the schema: `/properties/size/unevaluatedProperties`. */
  readonly pointer: string;
}

const UNCHECKED = new Set([
  'unevaluatedProperties',
  'unevaluatedItems',
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
  '$anchor',
  '$id',
]);
/** Formats of JSON Schema itself, which a schema's author may count on; others (`int32`, `password`) are remarks. */
const STANDARD_FORMATS = new Set(
  'date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uuid uri-template json-pointer relative-json-pointer regex'.split(
    ' ',
  ),
);
/** Keywords that hold values, not schemas. */
const VALUES = new Set(['const', 'enum', 'default', 'examples', 'example']);
const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'dependencies']);

/** The keywords of a schema, and of all within it, that are accepted and not checked, so that `check` can say so. */
export function unsupportedKeywords(schema: JsonSchema): readonly UnsupportedKeyword[] {
  return inSchema(schema, '');
}

function inSchema(schema: unknown, at: string): readonly UnsupportedKeyword[] {
  if (Array.isArray(schema)) return schema.flatMap((item: unknown, index) => inSchema(item, `${at}/${index}`));
  if (!isSchemaObject(schema)) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const pointer = `${at}/${escaped(keyword)}`;
    if (isUnchecked(keyword, value, at)) return [{ keyword, pointer }];
    if (VALUES.has(keyword)) return [];
    if (!MAPS.has(keyword) || !isSchemaObject(value)) return inSchema(value, pointer);
    return [...(keyword === 'patternProperties' ? badPatterns(value, pointer) : []), ...inMap(value, pointer)];
  });
}

function inMap(map: SchemaObject, at: string): readonly UnsupportedKeyword[] {
  return Object.entries(map).flatMap(([name, schema]) => inSchema(schema, `${at}/${escaped(name)}`));
}

function badPatterns(map: SchemaObject, at: string): readonly UnsupportedKeyword[] {
  const bad = Object.keys(map).filter((pattern) => compilePattern(pattern) === undefined);
  return bad.map((pattern) => ({ keyword: 'patternProperties', pointer: `${at}/${escaped(pattern)}` }));
}

function isUnchecked(keyword: string, value: unknown, at: string): boolean {
  if (keyword === '$id') return at !== '';
  if (keyword === 'pattern') return typeof value === 'string' && compilePattern(value) === undefined;
  if (keyword === 'format') return typeof value === 'string' && STANDARD_FORMATS.has(value) && !FORMATS.has(value);
  return UNCHECKED.has(keyword);
}

function escaped(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
