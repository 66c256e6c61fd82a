import { MODEL_REF, type JsonSchema } from './json-schema.ts';

/** A part of a short type that is not a type: where it stands in the text, and what it says. */
export interface UnknownTypeName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const BUILT_IN: ReadonlyMap<string, JsonSchema> = new Map<string, JsonSchema>([
  ['string', { type: 'string' }],
  ['number', { type: 'number' }],
  ['integer', { type: 'integer' }],
  ['boolean', { type: 'boolean' }],
  ['datetime', { type: 'string', format: 'date-time' }],
  ['date', { type: 'string', format: 'date' }],
  ['object', { type: 'object', additionalProperties: true }],
  ['any', {}],
  ['null', { type: 'null' }],
]);

export const BUILT_IN_TYPES: readonly string[] = [...BUILT_IN.keys()];

/** Reads a type in short form (`Order[] | null`) as a JSON Schema; names that are neither built in nor a model are reported. */
export function schemaOfTypeName(
  text: string,
  models: ReadonlySet<string>,
): { readonly schema: JsonSchema; readonly unknown: readonly UnknownTypeName[] } {
  const unknown: UnknownTypeName[] = [];
  const alternatives: JsonSchema[] = [];
  for (const match of text.matchAll(/([A-Za-z][A-Za-z0-9]*)((?:\[\])*)/g)) {
    const [, name = '', lists = ''] = match;
    let schema = BUILT_IN.get(name) ?? { $ref: MODEL_REF + name };
    if (!BUILT_IN.has(name) && !models.has(name))
      unknown.push({ name, from: match.index, to: match.index + name.length });
    for (let depth = 0; depth < lists.length; depth += 2) schema = { type: 'array', items: schema };
    alternatives.push(schema);
  }
  const [first = {}] = alternatives;
  return { schema: alternatives.length === 1 ? first : { anyOf: alternatives }, unknown };
}
