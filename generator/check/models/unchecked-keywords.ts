import { isSchemaObject } from '../../shape/json-schema.ts';
import { compilePattern } from '../../shape/pattern.ts';
import { FORMATS } from '../../shape/formats.ts';

const UNCHECKED: ReadonlySet<string> = new Set([
  'unevaluatedProperties',
  'unevaluatedItems',
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
  '$anchor',
]);

/** Formats of JSON Schema itself, which a schema's author may count on; others (`int32`, `password`) are remarks. */
const STANDARD_FORMATS: ReadonlySet<string> = new Set(
  'date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri iri-reference uuid uri-template json-pointer relative-json-pointer regex'.split(
    ' ',
  ),
);

/** A keyword of a schema that validators do not check: the keys that lead to it from the schema, and what it says. */
export interface UncheckedKeyword {
  readonly path: readonly string[];
  readonly what: string;
}

/** What is accepted in a schema and not checked; in the schema itself, not in those within it. `isRoot`: it is a whole document. */
export function uncheckedKeywords(
  schema: { readonly [keyword: string]: unknown },
  isRoot: boolean,
): readonly UncheckedKeyword[] {
  return Object.entries(schema).flatMap(([keyword, value]): readonly UncheckedKeyword[] => {
    if (UNCHECKED.has(keyword) || (keyword === '$id' && !isRoot)) return [{ path: [keyword], what: `'${keyword}'` }];
    if (keyword === 'format' && typeof value === 'string' && STANDARD_FORMATS.has(value) && !FORMATS.has(value))
      return [{ path: [keyword], what: `the format '${value}'` }];
    if (keyword === 'pattern' && typeof value === 'string' && compilePattern(value) === undefined)
      return [{ path: [keyword], what: `the pattern '${value}', which is no regular expression,` }];
    if (keyword !== 'patternProperties' || !isSchemaObject(value)) return [];
    return Object.keys(value)
      .filter((pattern) => compilePattern(pattern) === undefined)
      .map((pattern) => ({
        path: [keyword, pattern],
        what: `the pattern '${pattern}', which is no regular expression,`,
      }));
  });
}
