import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inferSchema } from './infer-schema.ts';

describe('a schema inferred from payloads', () => {
  test.each<[string, readonly unknown[], unknown]>([
    ['knows nothing without examples', [], {}],
    ['takes whole numbers for integers', [1, 2], { type: 'integer' }],
    ['takes numbers for numbers once one has a fraction', [1, 2.5], { type: 'number' }],
    ['lets be null what was null', ['a', null], { type: ['null', 'string'] }],
    ['lets be anything what was of several types', ['a', true], { type: ['boolean', 'string'] }],
    [
      'requires what no example lacks',
      [{ a: 1, b: 1 }, { a: 2 }],
      { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'integer' } }, required: ['a'] },
    ],
    ['joins the items of all lists', [[1], ['a'], []], { type: 'array', items: { type: ['integer', 'string'] } }],
    ['says nothing of the items of empty lists', [[]], { type: 'array', items: {} }],
  ])('%s', (_name, examples, schema) => {
    expect(inferSchema(examples)).toEqual(schema);
  });

  test('counts objects within lists', () => {
    const schema = inferSchema([{ lines: [{ sku: 'a', qty: 1 }, { sku: 'b' }] }]);
    expect(schema['properties']).toEqual({
      lines: {
        type: 'array',
        items: { type: 'object', properties: { sku: { type: 'string' }, qty: { type: 'integer' } }, required: ['sku'] },
      },
    });
  });

  test('takes a whole number beyond what an integer can be told from for a number', () => {
    expect(inferSchema([{ id: 2 ** 53 - 1 }])['properties']).toEqual({ id: { type: 'integer' } });
    expect(inferSchema([{ id: 2 ** 53 }, { id: 1 }])['properties']).toEqual({ id: { type: 'number' } });
  });

  test('takes __proto__ for a field', () => {
    const [example] = [JSON.parse('{ "__proto__": { "polluted": true } }')];
    expect(Object.keys(Object(inferSchema([example])['properties']))).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('accepts every example that it was inferred from', () => {
    const ajv = new Ajv2020({ strict: false, ownProperties: true });
    const payload = fc
      .jsonValue({ maxDepth: 3 })
      .map((value) => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'proto')));
    fc.assert(
      fc.property(fc.array(payload, { minLength: 1, maxLength: 4 }), (examples) =>
        examples.every((example) => ajv.validate(inferSchema(examples), example)),
      ),
      { numRuns: 15, examples: [[[{ toString: 0 }, {}]]] },
    );
  });
});
