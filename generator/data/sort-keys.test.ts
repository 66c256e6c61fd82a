import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Data } from './data.ts';
import { sortKeys } from './sort-keys.ts';

const data = fc.jsonValue({ noUnicodeString: false }).filter((value) => !JSON.stringify(value).includes('__proto__'));

function reversed(value: Data): Data {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

it('says the same of all orders of keys, and leaves the data and the order of lists as they are', () => {
  expect(JSON.stringify(sortKeys({ b: [{ d: 2, c: 1 }, 'b', 'a'], a: null }))).toBe(
    '{"a":null,"b":[{"c":1,"d":2},"b","a"]}',
  );
  fc.assert(
    fc.property(data, (value) => {
      const plain: Data = JSON.parse(JSON.stringify(value));
      expect(sortKeys(plain)).toEqual(plain);
      expect(JSON.stringify(sortKeys(reversed(plain)))).toBe(JSON.stringify(sortKeys(plain)));
    }),
  );
});
