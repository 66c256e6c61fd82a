import { describe, expect, test } from 'vitest';
import { describeShape } from './describe.ts';
import type { JsonSchema } from './json-schema.ts';
import { shapeOfSchema } from './shape-of-schema.ts';
import type { Shape } from './shape.ts';

const models = new Map<string, JsonSchema>([
  ['Base', { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] }],
  ['Order#/$defs/Item', { type: 'object', properties: { sku: { type: 'string' } } }],
  ['Loop', { allOf: [{ $ref: 'flowright:model/Loop' }] }],
]);

function shapeOf(schema: JsonSchema): Shape {
  return shapeOfSchema(schema, {
    model: 'Order',
    resolve: (name) => {
      const found = models.get(name);
      return found === undefined ? undefined : { schema: found, model: name.split('#', 1)[0] ?? name };
    },
  });
}

/** Fields as `name?: shape`. */
function fieldsOf(schema: JsonSchema): readonly string[] {
  const shape = shapeOf(schema);
  if (shape.kind !== 'object') return [describeShape(shape)];
  const fields = [...shape.fields].map(
    ([name, field]) => `${name}${field.optional ? '?' : ''}: ${describeShape(field.shape)}`,
  );
  return shape.rest === undefined ? fields : [...fields, `[…]: ${describeShape(shape.rest)}`];
}

describe('a schema says what a value can be', () => {
  test.each<[string, JsonSchema, string]>([
    ['nothing said', {}, 'any'],
    ['true', true, 'any'],
    ['false', false, 'nothing'],
    ['a type', { type: 'integer' }, 'integer'],
    ['a format', { type: 'string', format: 'date-time' }, 'string (date-time)'],
    ['null in a list of types', { type: ['string', 'null'] }, 'string or null'],
    ['null in the style of OpenAPI', { type: 'string', nullable: true }, 'string or null'],
    ['null as an alternative', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string or null'],
    ['null among the choices', { enum: ['a', null] }, '"a" or null'],
    ['choices of several kinds', { enum: ['a', 1, true] }, '"a" or 1 or true'],
    ['a constant', { const: 'a' }, '"a"'],
    ['alternatives', { oneOf: [{ type: 'string' }, { type: 'number' }] }, 'string or number'],
    ['the same alternative twice', { anyOf: [{ $ref: '#/$defs/Item' }, { $ref: '#/$defs/Item' }] }, 'Order.Item'],
    ['choices beside the open type', { anyOf: [{ const: 'a' }, { type: 'string' }] }, 'string'],
    ['integers beside numbers', { anyOf: [{ type: 'integer' }, { type: 'number' }] }, 'number'],
    ['a list', { type: 'array', items: { type: 'string' } }, 'list of string'],
    ['a list without a word about its items', { type: 'array' }, 'list of any'],
    ['a list by its items alone', { items: { type: 'string' } }, 'list of string'],
    ['a reference within the model', { $ref: '#/$defs/Item' }, 'Order.Item'],
    ['the model itself', { $ref: '#' }, 'Order'],
    ['another model', { $ref: 'flowright:model/Base' }, 'Base'],
    ['a contradiction', { allOf: [{ type: 'string' }, { type: 'number' }] }, 'nothing'],
    ['a narrower part', { allOf: [{ type: 'string' }, { enum: ['a', 'b'] }] }, '"a" | "b"'],
    ['a type beside alternatives', { type: 'string', oneOf: [{ const: 'a' }, { const: 'b' }] }, '"a" | "b"'],
    ['a reference that only leads to itself', { allOf: [{ $ref: 'flowright:model/Loop' }] }, 'Loop'],
    ['an odd type', { type: 'file' }, 'any'],
  ])('%s', (_name, schema, shape) => {
    expect(describeShape(shapeOf(schema))).toBe(shape);
  });

  test.each<[string, JsonSchema, readonly string[]]>([
    [
      'required and optional fields',
      { type: 'object', properties: { a: { type: 'string' }, b: {} }, required: ['a'] },
      ['a: string', 'b?: any'],
    ],
    ['an object by its properties alone', { properties: { a: { type: 'string' } } }, ['a?: string']],
    ['a required field without a schema', { type: 'object', required: ['a'] }, ['a: any']],
    [
      'fields of allOf, followed through references',
      { allOf: [{ $ref: 'flowright:model/Base' }, { properties: { name: { type: 'string' } } }] },
      ['id: string', 'name?: string'],
    ],
    [
      'required only in one part of allOf',
      { allOf: [{ properties: { a: { type: 'string' } } }, { required: ['a'] }] },
      ['a: string'],
    ],
    [
      'fields beside allOf',
      { type: 'object', properties: { a: { type: 'string' } }, allOf: [{ $ref: 'flowright:model/Base' }] },
      ['a?: string', 'id: string'],
    ],
    ['undeclared fields of one type', { type: 'object', additionalProperties: { type: 'number' } }, ['[…]: number']],
    ['undeclared fields that are forbidden', { type: 'object', additionalProperties: false }, []],
    [
      'the names that JavaScript gives to objects',
      {
        type: 'object',
        properties: JSON.parse('{ "__proto__": { "type": "string" }, "constructor": { "type": "number" } }'),
        required: ['constructor'],
      },
      ['__proto__?: string', 'constructor: number'],
    ],
  ])('%s', (_name, schema, fields) => {
    expect(fieldsOf(schema)).toEqual(fields);
  });
});
