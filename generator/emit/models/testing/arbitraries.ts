import fc from 'fast-check';
import { isJsonSchema, isSchemaObject, schemaList, schemaMap, type JsonSchema } from '../../../shape/json-schema.ts';
import { typeNames } from '../type/type-schema.ts';

const NAMES = ['a', 'b', 'c', 'ab', 'kind', 'id', '__proto__', 'constructor'];
const TEXTS = [
  '',
  'a',
  'x',
  'ab',
  'xyz',
  'a/1',
  'É',
  '😀😀',
  'card',
  'bank',
  '2024-02-29',
  '2024-02-30',
  '2024-01-01T10:00:00Z',
  'me@example.com',
  '10.0.0.1',
  '::1',
  'https://example.com/a',
  '23:59:59Z',
  '0b2e5a3e-7c1f-4d5e-9a34-0123456789ab',
];
const NUMBERS = [0, 1, 2, 3, 4, 5, 6, -1, 0.5, 1.25, 1e9, Number.MAX_SAFE_INTEGER, 2 ** 53, -1e20];

/** Any JSON value, made of few names and texts, so that they meet those of a schema. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    fc.constantFrom<unknown>(null, true, false, ...TEXTS, ...NUMBERS),
    fc.array(tie('value'), { maxLength: 3 }),
    object(fc.array(fc.tuple(fc.constantFrom(...NAMES), tie('value')), { maxLength: 4 })),
  ),
})).value;

/** Own properties, `__proto__` among them, as JSON has them. */
function object(entries: fc.Arbitrary<readonly (readonly [string, unknown])[]>): fc.Arbitrary<unknown> {
  return entries.map((list) => Object.fromEntries(list));
}

/** Values that follow a schema for the most part, so that valid ones and near misses both occur. */
export function valueFor(schema: JsonSchema, root: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  if (!isSchemaObject(schema) || depth > 5) return anyValue;
  const guesses: fc.Arbitrary<unknown>[] = [];
  const { $ref: ref, const: constant, enum: choice, items, minItems } = schema;
  const inner = (one: JsonSchema): fc.Arbitrary<unknown> => valueFor(one, root, depth + 1);
  if (typeof ref === 'string') guesses.push(inner(ref === '#' ? root : definition(root, ref)));
  if (constant !== undefined) guesses.push(fc.constant(constant));
  if (Array.isArray(choice)) guesses.push(fc.constantFrom<unknown>(...choice));
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) guesses.push(...schemaList(schema[keyword]).map(inner));
  const types = typeNames(schema);
  if (types.includes('object') || schema['properties'] !== undefined)
    guesses.push(objectFor(schema, inner), objectFor(schema, inner));
  if (types.includes('array')) {
    const prefix = schemaList(schema['prefixItems']).map(inner);
    const rest = fc.array(isJsonSchema(items) ? inner(items) : anyValue, {
      minLength: typeof minItems === 'number' ? minItems : 0,
      maxLength: 3,
    });
    guesses.push(fc.tuple(fc.tuple(...prefix), rest).map(([first, others]) => [...first, ...others]));
  }
  if (types.includes('string')) guesses.push(fc.constantFrom(...TEXTS));
  if (types.includes('number') || types.includes('integer')) guesses.push(fc.constantFrom(...NUMBERS));
  return guesses.length === 0
    ? anyValue
    : fc.oneof({ arbitrary: fc.oneof(...guesses), weight: 6 }, { arbitrary: anyValue, weight: 1 });
}

function objectFor(
  schema: { readonly [keyword: string]: unknown },
  inner: (one: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const declared = schemaMap(schema['properties']);
  const required = Array.isArray(schema['required'])
    ? schema['required'].filter((name) => typeof name === 'string')
    : [];
  const entries = [
    ...declared.map(([name, one]) => field(name, inner(one), required.includes(name))),
    ...required.filter((name) => !declared.some(([one]) => one === name)).map((name) => field(name, anyValue, true)),
  ];
  const others = fc.array(fc.tuple(fc.constantFrom(...NAMES), anyValue), { maxLength: 1 });
  return object(
    fc
      .tuple(
        fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, { arbitrary: others, weight: 1 }),
        fc.tuple(...entries),
      )
      .map(([more, own]) => [...more, ...own.flat()]),
  );
}

function field(
  name: string,
  value: fc.Arbitrary<unknown>,
  required: boolean,
): fc.Arbitrary<readonly (readonly [string, unknown])[]> {
  const there = value.map((one) => [[name, one] as const]);
  return fc.oneof({ arbitrary: there, weight: required ? 15 : 2 }, { arbitrary: fc.constant([]), weight: 1 });
}

function definition(root: JsonSchema, ref: string): JsonSchema {
  const found =
    isSchemaObject(root) && isSchemaObject(root['$defs']) ? root['$defs'][ref.replace('#/$defs/', '')] : undefined;
  return isJsonSchema(found) ? found : true;
}

/** Schemas of all keywords, nested a few levels deep. */
export const anySchema: fc.Arbitrary<JsonSchema> = fc.letrec<{ schema: JsonSchema }>((tie) => {
  const schema = tie('schema');
  const some = fc.array(schema, { minLength: 1, maxLength: 3 });
  const small = fc.integer({ min: 0, max: 3 });
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'constructor'), { maxLength: 2 });
  const properties = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'kind'), schema, { maxKeys: 3 });
  const type = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'array', 'object');
  const keyword = fc.oneof(
    fc.record({ type: fc.oneof(type, fc.uniqueArray(type, { minLength: 1, maxLength: 3 })) }),
    fc.record({ type: fc.constant('object'), properties, required: names }),
    fc.record({ type: fc.constant('object'), properties, additionalProperties: schema }),
    fc.record({ type: fc.constant('array'), items: schema, minItems: small }),
    fc.record({ type: fc.constant('array'), prefixItems: some, items: schema }),
    fc.record({
      enum: fc.uniqueArray(fc.constantFrom<unknown>('a', 'x', 1, 2, null, true), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ minLength: small }),
    fc.record({ maximum: small, exclusiveMinimum: fc.constant(-1) }),
    fc.record({ minProperties: small, propertyNames: fc.constant({ maxLength: 2 }) }),
    // With `maxContains`: without it, ajv takes the verdict on the item before for that on an empty list.
    fc.record({ uniqueItems: fc.boolean(), contains: schema, maxContains: fc.constant(2) }),
    fc.record({ patternProperties: fc.dictionary(fc.constantFrom('^a', 'b'), schema, { maxKeys: 2 }) }),
    fc.record({ dependentRequired: fc.dictionary(fc.constantFrom('a', 'b'), names, { maxKeys: 1 }) }),
    fc.record({ allOf: some }),
    fc.record({ anyOf: some }),
    fc.record({ oneOf: some }),
    fc.record({ not: schema }),
    fc.record({ if: schema, then: schema, else: schema }),
  );
  const both = fc
    .array(keyword, { minLength: 1, maxLength: 3 })
    .map((parts): JsonSchema => Object.assign({}, ...parts));
  return {
    schema: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'schema' },
      fc.constantFrom<JsonSchema>({ type: 'string' }, { type: 'integer' }, true),
      both,
    ),
  };
}).schema;
