import { describe, expect, test } from 'vitest';
import type { Shape } from '../spec/types.ts';
import { collectModels } from './convert-models.ts';
import { openDocument } from './document.ts';
import { nameModels } from './models.ts';
import { shapeOf } from './shape-of.ts';

/** What a schema becomes, beside the components of a document. */
function converted(schema: unknown, schemas: Readonly<Record<string, unknown>> = {}): Shape {
  const data = {
    openapi: '3.0.3',
    components: { schemas: { Pet: { type: 'object', properties: { id: { type: 'string' } } }, ...schemas } },
  };
  const document = openDocument(
    '/a.json',
    () => data,
    (_from, to) => to,
  );
  const { context } = collectModels(document, nameModels(document));
  return shapeOf({ value: schema, file: '/a.json', path: ['x'] }, context);
}

describe('short forms', () => {
  test.each([
    [{ type: 'string', nullable: true }, 'string | null'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'string', format: 'date-time' }, 'datetime'],
    [{ type: 'string', format: 'binary' }, 'string'],
    [{ type: 'array', items: { type: 'string', enum: ['a', 'b'] } }, "('a' | 'b')[]"],
    [{ type: 'array', nullable: true, items: { $ref: '#/components/schemas/Pet' } }, 'Pet[] | null'],
    [{ enum: ['a', null], nullable: true }, "'a' | null"],
    [{ const: 3 }, '3'],
    [{ allOf: [{ $ref: '#/components/schemas/Pet' }], nullable: true }, 'Pet | null'],
    [{ oneOf: [{ $ref: '#/components/schemas/Pet' }, { type: 'null' }] }, 'Pet | null'],
    [{ type: 'object' }, 'object'],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, { fields: { '*': 'integer' } }],
    [{ properties: { a: {} }, required: ['a', 'b'] }, { fields: { a: 'any', b: 'any' } }],
    [{}, 'any'],
  ])('%j', (schema, expected) => {
    expect(converted(schema)).toEqual(expected);
  });
});

describe('schemas', () => {
  test.each([
    [
      { type: 'number', minimum: 0, exclusiveMinimum: true },
      { type: 'number', exclusiveMinimum: 0 },
    ],
    [
      { type: 'number', minimum: 0, exclusiveMinimum: false },
      { type: 'number', minimum: 0 },
    ],
    [
      { type: 'string', maxLength: 3, nullable: true },
      { type: ['string', 'null'], maxLength: 3 },
    ],
    [
      { type: 'string', format: 'uri', example: 'x', 'x-more': 1 },
      { type: 'string', format: 'uri' },
    ],
    [
      { type: 'object', minProperties: 1, properties: { a: { $ref: '#/components/schemas/Pet' } } },
      { type: 'object', minProperties: 1, properties: { a: { $ref: '#/models/Pet' } } },
    ],
    [
      { type: 'object', properties: { 'a,b': { type: 'string' } } },
      { type: 'object', properties: { 'a,b': { type: 'string' } } },
    ],
  ])('%j', (schema, expected) => {
    expect(converted(schema)).toEqual(expected);
  });
});

test('a schema that is part of itself ends', () => {
  const Node = {
    allOf: [
      { $ref: '#/components/schemas/Pet' },
      { properties: { next: { allOf: [{ $ref: '#/components/schemas/Node' }, { properties: { x: {} } }] } } },
    ],
  };
  expect(
    JSON.stringify(converted({ allOf: [{ $ref: '#/components/schemas/Node' }, { properties: { y: {} } }] }, { Node })),
  ).toContain('#/models/Node');
});

test('a reference that leads nowhere fits anything', () => {
  expect(converted({ $ref: '#/components/schemas/Missing' })).toBe('any');
});
