import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shape/json-schema.ts';
import { schemaCheck } from '../schema-check.ts';
import { dealContract } from '../testing/contracts.ts';
import { generateInputs } from './generate-inputs.ts';

const text = { type: 'string' } as const;

/** Inputs of a schema with nothing else known. */
function made(inputSchema: JsonSchema, wanted = 100): readonly string[] {
  return generateInputs(dealContract({ inputSchema, rule: '', examples: [] }), 7, wanted);
}

const SCHEMAS: Readonly<Record<string, JsonSchema>> = {
  'optional and nullable members': {
    type: 'object',
    properties: { a: text, b: { type: ['number', 'null'] }, c: { type: 'boolean' } },
    required: ['b'],
    additionalProperties: false,
  },
  formats: {
    type: 'object',
    properties: Object.fromEntries(
      ['date', 'time', 'date-time', 'email', 'uri', 'uuid', 'ipv4', 'ipv6', 'hostname'].map((format) => [
        format,
        { type: 'string', format },
      ]),
    ),
    required: ['date', 'date-time'],
  },
  'bounds of texts and patterns': {
    type: 'object',
    properties: {
      code: { type: 'string', pattern: '^[A-Z]{2}-\\d{3,5}$' },
      name: { type: 'string', minLength: 2, maxLength: 5 },
    },
    required: ['code', 'name'],
  },
  'bounds of numbers': {
    type: 'array',
    items: {
      anyOf: [
        { type: 'integer', minimum: -3, maximum: 3 },
        { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
        { type: 'integer', multipleOf: 5, minimum: 0 },
      ],
    },
    minItems: 1,
    maxItems: 4,
  },
  'unions of objects, told apart by a member': {
    oneOf: [
      {
        type: 'object',
        properties: { kind: { const: 'card' }, last4: { type: 'string', pattern: '^\\d{4}$' } },
        required: ['kind', 'last4'],
      },
      { type: 'object', properties: { kind: { enum: ['bank', 'cash'] } }, required: ['kind'] },
    ],
  },
  'several at once': {
    allOf: [
      { type: 'object', properties: { a: text }, required: ['a'] },
      { type: 'object', properties: { b: { type: 'integer' } }, required: ['b'] },
    ],
  },
  'recursion through definitions': {
    $ref: '#/$defs/Category',
    $defs: {
      Category: {
        type: 'object',
        properties: {
          name: text,
          children: { type: 'array', items: { $ref: '#/$defs/Category' } },
          parent: { anyOf: [{ $ref: '#/$defs/Category' }, { type: 'null' }] },
        },
        required: ['name', 'children', 'parent'],
        additionalProperties: false,
      },
    },
  },
  dictionaries: { type: 'object', additionalProperties: { type: 'array', items: { type: 'integer' } } },
  'tuples and anything': { type: 'array', prefixItems: [text, { type: 'number' }, true], items: false, minItems: 3 },
  'what only a filter knows': { type: 'integer', not: { const: 0 }, minimum: 0, maximum: 300 },
};

describe('inputs that are made up', () => {
  it.each(Object.entries(SCHEMAS))('are valid, many and different: %s', (_name, schema) => {
    const texts = made(schema);
    const check = schemaCheck(schema);
    expect(texts.map((one) => check(JSON.parse(one))).filter((why) => why !== undefined)).toEqual([]);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThan(20);
  });

  it('are the same for the same seed, and others for another', () => {
    const contract = dealContract();
    expect(generateInputs(contract, 5)).toEqual(generateInputs(contract, 5));
    expect(generateInputs(contract, 5)).not.toEqual(generateInputs(contract, 6));
  });

  it('go to the edges', () => {
    const numbers = made({ type: 'number' }, 200);
    expect(numbers).toEqual(expect.arrayContaining(['0', '-0', '1e+21', '9007199254740991']));
    const texts = made(text, 200);
    expect(texts).toEqual(expect.arrayContaining(['""', '" "', '"__proto__"', '"😀"']));
    expect(texts.some((one) => one.length > 290)).toBe(true);
    const lists = made({ type: 'array', items: { type: 'boolean' } }).map((one): unknown => JSON.parse(one));
    expect(lists).toContainEqual([]);
    expect(lists.some((one) => Array.isArray(one) && one.length > 20)).toBe(true);
    const dictionaries = made({ type: 'object', additionalProperties: text }).join();
    expect(dictionaries).toContain('"__proto__":');
    expect(dictionaries).toContain('"toString":');
  });

  it('have what the rule and the visible examples speak of, and what is next to it', () => {
    const numbers = generateInputs(dealContract({ inputSchema: { type: 'number' } }), 1, 200);
    expect(numbers).toEqual(expect.arrayContaining(['1000', '999', '1001', '999.99', '1000.01', '10']));
    const texts = generateInputs(dealContract({ inputSchema: text }), 1, 200);
    expect(texts).toEqual(expect.arrayContaining(['"vip"', '"high"']));
  });

  it('have nothing of hidden examples', () => {
    const secret = { in: 'Contoso Ltd', out: { priority: 'low' }, hidden: true };
    const contract = dealContract({ inputSchema: text, examples: [secret] });
    expect(generateInputs(contract, 1, 300).join()).not.toMatch(/contoso/i);
  });
});
