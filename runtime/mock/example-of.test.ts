import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleOf } from './example-of.ts';

const ajv = new Ajv2020({ strict: false, logger: false, allErrors: true, multipleOfPrecision: 9 });
addFormats.default(ajv);

function problems(schema: object | boolean, value: unknown): unknown {
  const isValid = ajv.compile(schema);
  return isValid(value) ? [] : isValid.errors;
}

const valid: readonly (object | boolean)[] = [
  true,
  {},
  { type: ['string', 'null'] },
  { type: ['null', 'integer'], minimum: 10 },
  { const: { a: 1 } },
  { enum: [null, 'b', 'c'] },
  { type: 'integer', minimum: 5, maximum: 5 },
  { type: 'integer', exclusiveMinimum: 5, exclusiveMaximum: 7 },
  { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.1 },
  { type: 'number', maximum: -3.5 },
  { type: 'number', exclusiveMaximum: -3 },
  { type: 'number', multipleOf: 0.01, minimum: 0.07 },
  { type: 'integer', multipleOf: 2.5, minimum: 3 },
  { minimum: 20 },
  { type: 'string', minLength: 12 },
  { type: 'string', maxLength: 2 },
  { type: 'string', maxLength: 0 },
  ...[
    'date-time',
    'date',
    'time',
    'duration',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'uri',
    'uri-reference',
    'uri-template',
    'uuid',
    'json-pointer',
    'relative-json-pointer',
    'regex',
    'byte',
  ].map((format) => ({ type: 'string', format })),
  { type: 'string', format: 'uri', maxLength: 50 },
  { type: 'string', format: 'unheard-of' },
  ...[
    '^[A-Z]{3}$',
    '^\\d{4}-\\d{2}$',
    '^(foo|ba[rz])+$',
    '^gid://shop/Order/\\d+$',
    '^[^\\s@]+@[^\\s@]+$',
    '^#[0-9a-fA-F]{6}$',
    '[.-]x?',
    '^\\p{Lu}\\p{L}*$',
    '^\\+?[1-9]\\d{1,14}$',
    '^(?:a|b)(?=c)c$',
    '^\\w+([-.]\\w+)*$',
    '^.{3,5}$',
    '^[\\w.-]+$',
    '^\\u{1F600}$',
    '^[a\\-z]$',
    '^(?<year>\\d{4})$',
    '^\\/v\\d$',
  ].map((pattern) => ({ type: 'string', pattern })),
  { type: 'string', pattern: '^[a-z]+$', minLength: 9, maxLength: 9 },
  { type: 'string', pattern: '^cus_', minLength: 20 },
  { type: 'array', items: { type: 'integer' }, minItems: 4, uniqueItems: true },
  { type: 'array', items: { enum: ['a', 'b', 'c'] }, minItems: 3, uniqueItems: true },
  {
    type: 'array',
    items: { type: 'object', properties: { id: { type: 'string', format: 'uuid' } }, required: ['id'] },
    minItems: 3,
    uniqueItems: true,
  },
  { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }], items: false, minItems: 2 },
  { type: 'array', contains: { const: 'x' } },
  { type: 'array', maxItems: 0, items: { type: 'string' } },
  {
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'boolean' } },
    required: ['a', 'c'],
    additionalProperties: { type: 'integer' },
  },
  { type: 'object', minProperties: 2, additionalProperties: { type: 'string' } },
  { type: 'object', properties: { a: {}, b: {}, c: {} }, required: ['c'], maxProperties: 2 },
  { type: 'object', properties: { a: false, b: { type: 'string' } } },
  { type: 'object', properties: { id_x: { type: 'integer' } }, patternProperties: { '^id_': { minimum: 50 } } },
  {
    allOf: [
      { type: 'object', properties: { a: { type: 'number' } }, required: ['a'], example: { a: 5 } },
      { properties: { a: { minimum: 9 }, b: { type: 'string' } }, required: ['b'] },
    ],
  },
  { allOf: [{ type: ['integer', 'null'] }, { type: 'number', minimum: 3 }, { maximum: 4 }] },
  { allOf: [{ enum: ['a', 'b'] }, { enum: ['b', 'c'] }] },
  { anyOf: [{ type: 'null' }, { type: 'string' }] },
  {
    type: 'object',
    required: ['kind'],
    properties: { kind: { type: 'string' } },
    oneOf: [
      { properties: { kind: { const: 'a' } } },
      { properties: { kind: { const: 'b' }, more: { type: 'integer' } }, required: ['more'] },
    ],
  },
  { oneOf: [{ type: 'number' }, { type: 'integer' }] },
  {
    oneOf: [
      { type: 'object', required: ['a'] },
      { type: 'object', required: ['b'] },
    ],
  },
  {
    anyOf: [{ required: ['a'] }, { required: ['b'] }],
    oneOf: [{ properties: { c: { type: 'string' } } }],
    type: 'object',
  },
  { type: 'string', example: 5, default: 'd' },
  { type: 'string', default: null },
  { type: 'integer', examples: ['wrong', 7] },
  { type: 'object', required: ['a'], properties: { a: { type: 'integer' } }, example: { b: 1 } },
  { $ref: '#/$defs/a~1b', minLength: 6, $defs: { 'a/b': { type: 'string' } } },
  {
    $ref: '#/$defs/node',
    $defs: {
      node: {
        type: 'object',
        required: ['children'],
        properties: { children: { type: 'array', items: { $ref: '#/$defs/node' } }, parent: { $ref: '#/$defs/node' } },
      },
    },
  },
  { type: 'object', required: ['next'], properties: { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } } },
  { type: 'object', required: ['next'], properties: { next: { oneOf: [{ $ref: '#' }, { type: 'string' }] } } },
];

test.each(valid.map((schema) => ({ schema, name: JSON.stringify(schema) })))(
  'the examples of $name are valid',
  ({ schema }) => {
    const examples = [0, 1, 2].map((variant) => exampleOf(schema, { variant }));
    expect(examples.map((example) => problems(schema, example))).toEqual([[], [], []]);
  },
);

test('makes an object whole: fields carry their names, so that a mix-up shows', () => {
  const schema = {
    type: 'object',
    properties: {
      name: { type: 'string' },
      total: { type: 'number' },
      count: { type: 'integer' },
      at: { type: 'string', format: 'date-time' },
      lines: { type: 'array', items: { properties: { sku: { type: 'string' } } } },
    },
  };
  expect(exampleOf(schema)).toEqual({
    name: 'name',
    total: 1.5,
    count: 1,
    at: '2026-01-15T09:30:00Z',
    lines: [{ sku: 'sku' }],
  });
  expect(exampleOf(schema, { variant: 1 })).toEqual({
    name: 'name 2',
    total: 2.5,
    count: 2,
    at: '2026-01-16T09:30:00Z',
    lines: [{ sku: 'sku 2' }],
  });
});

test.each([
  [{ type: 'string', example: 'Ada', examples: ['Bob'], default: 'x' }, ['Ada', 'Bob', 'x', 'Ada 4']],
  [{ type: 'string', examples: ['cus_009'] }, ['cus_009', 'cus_010', 'cus_011', 'cus_012']],
  [{ type: 'integer', example: 450789469 }, [450789469, 450789470, 450789471, 450789472]],
  [{ type: 'string', pattern: '^cus_' }, ['cus_1', 'cus_2', 'cus_3', 'cus_4']],
  [{ enum: ['a', 'b', null] }, ['a', 'b', 'a', 'b']],
  [
    { type: 'string', format: 'email', example: 'ada@example.com' },
    ['ada@example.com', 'person2@example.com', 'person3@example.com', 'person4@example.com'],
  ],
])('prefers what the schema offers: %j', (schema, expected) => {
  expect([0, 1, 2, 3].map((variant) => exampleOf(schema, { variant }))).toEqual(expected);
});

test('asks a given resolver', () => {
  const resolve = (ref: string): unknown => (ref === 'https://example.com/money' ? { type: 'integer', const: 5 } : {});
  expect(exampleOf({ properties: { price: { $ref: 'https://example.com/money' } } }, { resolve })).toEqual({
    price: 5,
  });
});

test.each([
  ['#/$defs/none', 'points at nothing'],
  ['other.json', 'give a resolver'],
])('says what is wrong with the reference %s', ($ref, message) => {
  expect(() => exampleOf({ $ref })).toThrow(message);
});

test('null where nothing can be made', () => {
  expect(exampleOf(false)).toBeNull();
  expect(exampleOf({ type: 'object', required: ['me'], properties: { me: { $ref: '#' } } })).toBeNull();
});

test('does not hand out parts of the schema', () => {
  const schema = { example: { list: [1] } };
  Object.assign(exampleOf(schema) ?? {}, { list: [] });
  expect(schema.example.list).toEqual([1]);
});

/** Schemas that hold together: a range is a range, and required fields are described. */
const schemas = fc.letrec<{ schema: object; leaf: object }>((tie) => ({
  leaf: fc.oneof(
    fc
      .record({
        type: fc.constantFrom('integer', 'number'),
        low: fc.integer({ min: -100, max: 100 }),
        span: fc.integer({ min: 2, max: 50 }),
        open: fc.boolean(),
      })
      .map(({ type, low, span, open }) =>
        open
          ? { type, exclusiveMinimum: low, exclusiveMaximum: low + span }
          : { type, minimum: low, maximum: low + span },
      ),
    fc
      .record({ least: fc.nat(12), more: fc.nat(12) })
      .map(({ least, more }) => ({ type: 'string', minLength: least, maxLength: least + more })),
    fc.constantFrom('date-time', 'date', 'email', 'uri', 'uuid').map((format) => ({ type: 'string', format })),
    fc.uniqueArray(fc.jsonValue(), { minLength: 1, maxLength: 3 }).map((values) => ({ enum: values })),
    fc.constantFrom({ type: 'boolean' }, { type: 'null' }, { type: ['string', 'null'] }, {}),
  ),
  schema: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    tie('leaf'),
    fc.record({ items: tie('schema'), minItems: fc.nat(3) }).map((list) => ({ type: 'array', ...list })),
    fc
      .dictionary(fc.string({ maxLength: 5 }), tie('schema'), { maxKeys: 4, noNullPrototype: true })
      .chain((properties) =>
        fc
          .subarray(Object.keys(properties))
          .map((required) => ({ type: 'object', properties, required, additionalProperties: false })),
      ),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    tie('schema').map((schema) => ({ allOf: [schema, { description: 'the same' }] })),
  ),
})).schema;

test('the examples of any such schema are valid', () => {
  fc.assert(
    fc.property(schemas, fc.nat(4), (schema, variant) => {
      expect(problems(schema, exampleOf(schema, { variant }))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
