import { FORMATS } from '../shape/formats.ts';
import { compilePattern } from '../shape/pattern.ts';
import { below, items, members, objectOf, referenceOf, type Node } from './document.ts';
import type { Conversion } from './conversion.ts';
import { isNullable } from './schema-facts.ts';

/** Keywords that hold one schema, a list of them, or schemas by names; all other keywords that stay are data. */
const SINGLE: ReadonlySet<string> = new Set(
  'items additionalProperties not if then else contains propertyNames'.split(' '),
);
const LISTS: ReadonlySet<string> = new Set('allOf anyOf prefixItems'.split(' '));
const MAPS: ReadonlySet<string> = new Set('properties patternProperties dependentSchemas'.split(' '));
const DATA: ReadonlySet<string> = new Set(
  (
    'enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength maxItems minItems uniqueItems ' +
    'maxProperties minProperties required dependentRequired'
  ).split(' '),
);

export type CleanSchema = Readonly<Record<string, unknown>>;

/**
 * A schema of a document as a JSON Schema 2020-12 of the spec: only what is checked, references as models, and what 3.0
 * says in words of its own (`nullable`, boolean `exclusiveMinimum`) rewritten. Alternatives are `anyOf`: of documents that
 * say `oneOf`, many mean no more.
 */
export function cleanSchema(node: Node, context: Conversion): CleanSchema {
  const schema = objectOf(node);
  if (referenceOf(schema) !== undefined) {
    const target = { $ref: `#/models/${context.model(node)}` };
    return isNullable(schema) ? { anyOf: [target, { type: 'null' }] } : target;
  }
  const inner = cleanKeywords(node, context);
  if (!isNullable(schema)) return inner;
  const { type, enum: values } = inner;
  if (typeof type === 'string' && inner['anyOf'] === undefined && inner['allOf'] === undefined)
    return { ...inner, type: [type, 'null'], ...(Array.isArray(values) && { enum: withNull(values) }) };
  if (Array.isArray(type) && type.includes('null')) return inner;
  return { anyOf: [inner, { type: 'null' }] };
}

function withNull(values: readonly unknown[]): readonly unknown[] {
  return values.includes(null) ? values : [...values, null];
}

function cleanKeywords(node: Node, context: Conversion): CleanSchema {
  const schema = objectOf(node);
  const result: Record<string, unknown> = {};
  const { type } = schema;
  if (typeof type === 'string' && type !== 'file') result['type'] = type;
  if (Array.isArray(type) && type.length > 0) result['type'] = type.length === 1 ? type[0] : type;
  for (const [keyword, value] of Object.entries(schema)) {
    const part = below(node, keyword);
    if (DATA.has(keyword)) result[keyword] = value;
    else if (SINGLE.has(keyword)) {
      if (typeof value === 'boolean') result[keyword] = value;
      else if (Array.isArray(value)) result['prefixItems'] = items(part).map((one) => cleanSchema(one, context));
      else if (typeof value === 'object' && value !== null) result[keyword] = cleanSchema(part, context);
    } else if (LISTS.has(keyword)) result[keyword] = items(part).map((one) => cleanSchema(one, context));
    else if (MAPS.has(keyword))
      result[keyword] = Object.fromEntries(members(part).map(([name, one]) => [name, cleanSchema(one, context)]));
    else if (keyword === 'oneOf')
      addAlternatives(
        result,
        items(part).map((one) => cleanSchema(one, context)),
      );
    else if (keyword === 'format' && typeof value === 'string' && FORMATS.has(value)) result['format'] = value;
    else if (keyword === 'pattern' && typeof value === 'string' && compilePattern(value) !== undefined)
      result['pattern'] = value;
  }
  limit(result, 'minimum', 'exclusiveMinimum');
  limit(result, 'maximum', 'exclusiveMaximum');
  if (schema['additionalProperties'] === false) delete result['additionalProperties'];
  return result;
}

/** Both `anyOf` and `oneOf`: each must hold. */
function addAlternatives(result: Record<string, unknown>, alternatives: readonly CleanSchema[]): void {
  if (result['anyOf'] === undefined) result['anyOf'] = alternatives;
  else result['allOf'] = [...(Array.isArray(result['allOf']) ? result['allOf'] : []), { anyOf: alternatives }];
}

/** `minimum: 1, exclusiveMinimum: true` of 3.0 is `exclusiveMinimum: 1`. */
function limit(schema: Record<string, unknown>, bound: string, exclusive: string): void {
  if (typeof schema[exclusive] !== 'boolean') return;
  if (schema[exclusive] && typeof schema[bound] === 'number') {
    schema[exclusive] = schema[bound];
    delete schema[bound];
  } else delete schema[exclusive];
}
