import { expect, test } from 'vitest';
import type { JsonSchema } from './json-schema.ts';
import { schemaFromShape } from './schema-from-shape.ts';
import { shapeOfSchema } from './shape-of-schema.ts';

const SCHEMAS: readonly JsonSchema[] = [
  {},
  false,
  { type: 'null' },
  { type: 'boolean' },
  { enum: [true] },
  { type: 'string', format: 'date' },
  { enum: ['open', 'paid'] },
  { enum: [1, 2] },
  { type: 'integer' },
  { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'number' } },
  { anyOf: [{ type: 'string' }, { type: 'null' }] },
  { $ref: 'flowright:model/Order' },
  { $ref: 'flowright:model/Order#/$defs/Item' },
  {
    type: 'object',
    properties: { id: { type: 'string', description: 'Its number.' }, tags: { type: 'array', items: {} } },
    required: ['id'],
    additionalProperties: { type: 'boolean' },
  },
];

test.each(SCHEMAS)('the schema of a shape describes that shape: %j', (schema) => {
  const context = { model: '', resolve: () => undefined };
  const shape = shapeOfSchema(schema, context);
  expect(shapeOfSchema(schemaFromShape(shape), context)).toEqual(shape);
});

test('an object without fields has none', () => {
  expect(schemaFromShape({ kind: 'object', fields: new Map() })).toMatchObject({ additionalProperties: false });
});
