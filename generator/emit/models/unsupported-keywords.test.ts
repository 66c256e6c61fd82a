import { expect, test } from 'vitest';
import { unsupportedKeywords } from './unsupported-keywords.ts';

test('keywords that are not checked are named with their place', () => {
  const schema = {
    $id: 'https://example.com/order',
    type: 'object',
    unevaluatedProperties: false,
    properties: {
      unevaluatedItems: { type: 'string', format: 'duration' },
      'a/b': { items: { $dynamicRef: '#x' } },
      n: { type: 'integer', format: 'int64' },
      when: { type: 'string', format: 'date-time' },
    },
    patternProperties: { '(': true },
    allOf: [{ pattern: '[' }, { pattern: String.raw`^\d\-\d$` }],
    examples: [{ unevaluatedProperties: 1 }],
  };
  expect(unsupportedKeywords(schema)).toEqual([
    { keyword: 'unevaluatedProperties', pointer: '/unevaluatedProperties' },
    { keyword: 'format', pointer: '/properties/unevaluatedItems/format' },
    { keyword: '$dynamicRef', pointer: '/properties/a~1b/items/$dynamicRef' },
    { keyword: 'patternProperties', pointer: '/patternProperties/(' },
    { keyword: 'pattern', pointer: '/allOf/0/pattern' },
  ]);
});

test('a schema that is checked in full has none', () => {
  expect(unsupportedKeywords({ type: 'object', properties: { a: { type: 'string', format: 'email' } } })).toEqual([]);
  expect(unsupportedKeywords(true)).toEqual([]);
});
