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

/** A choice within brackets, a text or a number that stands for itself, or the name of a type. */
const PART =
  /\((?<group>(?:'[^']*'|"[^"]*"|[^()'"])*)\)(?<lists>(?:\[\])*)|'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<number>-?\d+(?:\.\d+)?)|(?<name>[A-Za-z][A-Za-z0-9]*)(?<nameLists>(?:\[\])*)/g;

/** Reads a type in short form (`Order[] | null`, `'open' | 'paid'`) as a JSON Schema; names that are neither built in nor a model are reported. */
export function schemaOfTypeName(
  text: string,
  models: ReadonlySet<string>,
): { readonly schema: JsonSchema; readonly unknown: readonly UnknownTypeName[] } {
  const unknown: UnknownTypeName[] = [];
  return { schema: readChoice(text, 0, models, unknown), unknown };
}

function readChoice(text: string, offset: number, models: ReadonlySet<string>, unknown: UnknownTypeName[]): JsonSchema {
  const alternatives: JsonSchema[] = [];
  // Values that stand for themselves are one choice of values, which a failure names as a whole.
  const values: (string | number | boolean)[] = [];
  for (const match of text.matchAll(PART)) {
    const { group, lists, single, double, number, name, nameLists } = match.groups ?? {};
    const value = single ?? double ?? (number === undefined ? booleanOf(name, nameLists) : Number(number));
    if (value !== undefined) {
      if (values.length === 0) alternatives.push({ enum: values });
      values.push(value);
    } else if (group !== undefined)
      alternatives.push(listsOf(readChoice(group, offset + match.index + 1, models, unknown), lists));
    else if (name !== undefined) {
      if (!BUILT_IN.has(name) && !models.has(name))
        unknown.push({ name, from: offset + match.index, to: offset + match.index + name.length });
      alternatives.push(listsOf(BUILT_IN.get(name) ?? { $ref: MODEL_REF + name }, nameLists));
    }
  }
  const [first = {}] = alternatives;
  return alternatives.length === 1 ? first : { anyOf: alternatives };
}

function booleanOf(name: string | undefined, lists: string | undefined): boolean | undefined {
  return lists === '' && (name === 'true' || name === 'false') ? name === 'true' : undefined;
}

function listsOf(schema: JsonSchema, lists = ''): JsonSchema {
  return lists === '' ? schema : listsOf({ type: 'array', items: schema }, lists.slice(2));
}
