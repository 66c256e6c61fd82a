import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { SchemaObject } from '../../shape/json-schema.ts';
import type { Report } from '../report.ts';

/** JSON Schema 2020-12 with what is left of its earlier drafts, and what OpenAPI adds. */
const KEYWORDS: ReadonlySet<string> = new Set(
  (
    '$schema $id $ref $anchor $dynamicRef $dynamicAnchor $recursiveRef $recursiveAnchor $vocabulary $comment $defs definitions id ' +
    'allOf anyOf oneOf not if then else dependentSchemas dependentRequired dependencies prefixItems items additionalItems contains ' +
    'properties patternProperties additionalProperties propertyNames unevaluatedItems unevaluatedProperties ' +
    'type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems ' +
    'maxContains minContains maxProperties minProperties required format contentEncoding contentMediaType contentSchema ' +
    'title description default deprecated readOnly writeOnly examples example nullable discriminator xml externalDocs tsType tsEnumNames'
  ).split(' '),
);

/**
 * Reports the keys of a schema in the spec that are no keywords. JSON Schema lets them pass as remarks, but here they are
 * misspelled: without its `fields` or `enum` a type would silently be any value. `x-…` stays a remark.
 */
export function reportStrangeKeys(schema: SchemaObject, at: SpecPath, forms: readonly string[], report: Report): void {
  for (const key of Object.keys(schema)) {
    if (KEYWORDS.has(key) || key.startsWith('x-')) continue;
    report.add(
      'FR1101',
      { owner: 'a type', key, allowed: [], suggestion: nearest(key, [...forms, ...KEYWORDS]) },
      [...at, key],
      { on: 'key' },
    );
  }
}
