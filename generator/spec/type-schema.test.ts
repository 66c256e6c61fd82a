import { describe, expect, it } from 'vitest';
import { typeSchema } from './type-schema.ts';

describe('typeSchema', () => {
  it('keeps only the $ref where it has siblings', () => {
    expect(typeSchema({ properties: { a: { $ref: '#/$defs/x', description: 'why' } } })).toEqual({
      properties: { a: { $ref: '#/$defs/x' } },
    });
  });

  it('takes a schema without a type for unknown, not for an object', () => {
    expect(typeSchema({ properties: { body: {}, data: { description: 'Plain data.' } } })).toEqual({
      properties: { body: { tsType: 'unknown' }, data: { description: 'Plain data.', tsType: 'unknown' } },
    });
  });

  it('opens an object of which nothing is said', () => {
    expect(typeSchema({ type: 'object' })).toEqual({ type: 'object', additionalProperties: true });
  });

  it('makes no tuples out of limits', () => {
    expect(typeSchema({ type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, maxItems: 1 })).toEqual({
      type: 'array',
      items: { type: 'string', minLength: 1 },
    });
  });

  it('does not take a property for a keyword', () => {
    expect(typeSchema({ properties: { minItems: { type: 'number' } } })).toEqual({
      properties: { minItems: { type: 'number' } },
    });
  });
});
