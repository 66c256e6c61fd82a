import type { JsonSchema } from '../../../shape/json-schema.ts';

const text = { type: 'string' };
const pair = { a: text, b: { type: 'integer' } };
const card = {
  type: 'object',
  required: ['kind', 'number'],
  properties: { kind: { const: 'card' }, number: { type: 'string', minLength: 2 } },
};
const bank = { type: 'object', required: ['kind'], properties: { kind: { enum: ['bank', 'sepa'] }, iban: text } };

/** One schema for every keyword and for the ways in which they are put together. */
export const SCHEMAS: readonly JsonSchema[] = [
  true,
  false,
  {},
  { type: 'string' },
  { type: 'integer' },
  { type: 'number' },
  { type: 'boolean' },
  { type: 'null' },
  { type: 'array' },
  { type: 'object' },
  { type: ['string', 'null'] },
  { type: ['integer', 'string', 'array'], minimum: 2, maxLength: 3, minItems: 1 },
  { type: ['integer', 'number'] },
  { enum: ['a', 'b', 1, null, true] },
  { enum: [{ a: 1 }, [1, 2], 'x'] },
  { type: 'string', enum: ['a', 'bb', 3] },
  { enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] },
  { const: 'only' },
  { const: { a: [1, null] } },
  { const: null },
  { type: 'string', const: 'x', maxLength: 0 },
  { type: 'string', minLength: 2, maxLength: 4 },
  { type: 'string', minLength: 1 },
  { minLength: 2, maximum: 3, maxItems: 1, maxProperties: 1 },
  { type: 'string', pattern: '^[a-z]+/\\d$' },
  { type: 'string', pattern: '^\\p{Lu}' },
  { type: 'string', format: 'date' },
  { type: 'string', format: 'date-time' },
  { type: 'string', format: 'email' },
  { type: 'string', format: 'uuid' },
  { type: 'string', format: 'uri' },
  { type: 'string', format: 'ipv4' },
  { type: 'string', format: 'ipv6' },
  { type: 'string', format: 'hostname' },
  { type: 'string', format: 'time' },
  { type: 'number', minimum: 1, maximum: 5 },
  { type: 'number', exclusiveMinimum: 1, exclusiveMaximum: 5 },
  { type: 'integer', multipleOf: 3 },
  { type: 'number', multipleOf: 0.5 },
  { type: 'object', properties: pair },
  { type: 'object', properties: pair, required: ['a', 'c'] },
  { type: 'object', properties: pair, additionalProperties: false },
  { type: 'object', properties: { a: text, b: text, c: text, d: text, e: text }, additionalProperties: false },
  { type: 'object', properties: pair, additionalProperties: { type: 'boolean' } },
  { type: 'object', additionalProperties: { type: 'object', properties: pair, required: ['a'] } },
  { type: 'object', patternProperties: { '^a': text, b$: { type: 'integer' } } },
  { type: 'object', properties: { ab: true }, patternProperties: { '^a': text }, additionalProperties: false },
  { type: 'object', propertyNames: { pattern: '^[a-c]+$', maxLength: 2 } },
  { type: 'object', propertyNames: { enum: ['a', 'b'] } },
  { type: 'object', minProperties: 1, maxProperties: 2 },
  { type: 'object', properties: { a: false } },
  { type: 'object', dependentRequired: { a: ['b', 'c'] } },
  { type: 'object', dependentSchemas: { a: { required: ['b'], properties: { b: text } } } },
  {
    type: 'object',
    required: ['constructor', '__proto__', 'toString'],
    properties: { constructor: { type: 'string', minLength: 2 }, valueOf: { type: 'object', properties: pair } },
  },
  { type: 'array', items: text },
  { type: 'array', items: { type: 'object', properties: pair, required: ['a'] }, minItems: 1, maxItems: 2 },
  { type: 'array', items: { type: 'array', items: { type: 'integer' } } },
  { type: 'array', prefixItems: [text, { type: 'integer' }], items: false },
  { type: 'array', prefixItems: [text, { type: 'object', properties: pair }], items: { type: 'boolean' }, minItems: 1 },
  { type: 'array', uniqueItems: true },
  { type: 'array', contains: { type: 'string' } },
  { type: 'array', contains: { type: 'object', required: ['a'] }, minContains: 1, maxContains: 2 },
  { type: 'array', contains: { const: 1 }, minContains: 0 },
  {
    allOf: [
      { type: 'object', properties: { a: text } },
      { type: 'object', required: ['a'], properties: { b: { type: 'integer' } } },
    ],
  },
  { type: 'object', allOf: [{ required: ['a'] }, { properties: { a: text } }] },
  { allOf: [{ type: 'string' }, { maxLength: 2 }, { enum: ['a', 'b', 1] }] },
  { type: 'string', allOf: [{ type: 'integer' }] },
  { anyOf: [{ type: 'string', maxLength: 2 }, { type: 'null' }] },
  { anyOf: [{ type: 'object', properties: pair, required: ['a'] }, { type: 'array', items: text }, { type: 'null' }] },
  { anyOf: [{ type: 'integer' }, { type: 'number', minimum: 5 }] },
  {
    anyOf: [
      { type: 'string', minLength: 3 },
      { type: 'string', pattern: '^a' },
    ],
  },
  { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }] },
  { oneOf: [card, bank, { type: 'null' }] },
  { oneOf: [card, bank] },
  {
    type: 'object',
    properties: { pay: { oneOf: [{ $ref: '#/$defs/card' }, { $ref: '#/$defs/bank' }] } },
    $defs: { card, bank },
  },
  {
    oneOf: [
      { type: 'integer', multipleOf: 2 },
      { type: 'integer', multipleOf: 3 },
    ],
  },
  {
    oneOf: [
      { type: 'object', required: ['a'] },
      { type: 'object', required: ['b'] },
    ],
  },
  { oneOf: [{ const: 1 }, { enum: [1, 2] }, { type: 'string' }] },
  { not: { type: 'string' } },
  { type: 'object', not: { required: ['a'] } },
  { not: { enum: ['a', 1] } },
  { if: { type: 'string' }, then: { maxLength: 1 }, else: { minimum: 2 } },
  {
    type: 'object',
    properties: pair,
    if: { properties: { a: { const: 'x' } }, required: ['a'] },
    then: { required: ['b'] },
    else: { maxProperties: 1 },
  },
  {
    type: 'object',
    properties: { a: { type: 'string' } },
    if: { $ref: '#/$defs/short' },
    then: { required: ['b'], properties: { b: text } },
    $defs: { short: { type: 'object', properties: { a: { type: 'string', maxLength: 1 } } } },
  },
  {
    $ref: '#/$defs/node',
    $defs: {
      node: {
        type: 'object',
        properties: { value: { type: 'integer' }, next: { $ref: '#/$defs/node' } },
        required: ['value'],
      },
    },
  },
  { type: 'object', properties: { children: { type: 'array', items: { $ref: '#' } }, a: text } },
  {
    type: 'object',
    properties: { a: { $ref: '#/$defs/short_text', maxLength: 2 } },
    $defs: { short_text: { type: 'string', minLength: 1 } },
  },
  {
    type: 'object',
    properties: {
      a: { $ref: 'flowright:model/Shared' },
      b: { anyOf: [{ $ref: 'flowright:model/Shared' }, { type: 'null' }] },
    },
  },
  {
    type: 'object',
    properties: { a: { type: ['object', 'null'], properties: pair, required: ['a'] } },
    required: ['a'],
  },
  {
    type: 'object',
    properties: {
      a: {
        type: 'object',
        properties: {
          b: { type: 'object', properties: { c: { type: 'array', items: { type: 'object', properties: pair } } } },
        },
      },
    },
  },
  { type: 'object', properties: { a: text }, required: ['a'], nullable: true },
  {
    type: 'object',
    properties: {
      a: { enum: ['x', 'y'], type: 'string', nullable: true },
      b: { nullable: true, allOf: [{ type: 'object', properties: pair }] },
    },
  },
  { properties: { a: text }, required: ['a'] },
  { items: [text, { type: 'integer' }], additionalItems: false },
  { type: 'number', minimum: 2, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
  { type: 'object', dependencies: { a: ['b'], c: { required: ['a'] } } },
  {
    type: 'object',
    properties: {
      report: text,
      check: text,
      value: text,
      at: text,
      issues: { type: 'array', items: text },
      before: text,
      checkOrder: text,
      inside: text,
      default: text,
      isDate: { format: 'date', type: 'string' },
    },
  },
  {
    type: 'array',
    items: {
      anyOf: [
        { type: 'string' },
        { type: 'object', properties: { kind: { const: 'card' }, a: text }, required: ['kind'] },
        { type: 'object', properties: { kind: { const: 'b' } }, required: ['kind'] },
      ],
    },
  },
];

/** What `flowright:model/Shared` is in the schemas above. */
export const SHARED: JsonSchema = {
  type: 'object',
  properties: { id: { type: 'string', minLength: 1 }, n: { type: 'integer' } },
  required: ['id'],
};
