import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePath, pathText, plainPath } from './path.ts';

describe('a path', () => {
  test.each<[string, readonly (string | number)[]]>([
    ['.', []],
    ['customer', ['customer']],
    ['customer.email', ['customer', 'email']],
    ['line_items[0].sku', ['line_items', 0, 'sku']],
    ['data[-1].id', ['data', -1, 'id']],
    ['[2]', [2]],
    ['["odd key"].x', ['odd key', 'x']],
    ['a["b.c"]["d\\"e"]', ['a', 'b.c', 'd"e']],
    ['x-y.$z_1', ['x-y', '$z_1']],
  ])('%s leads to %j', (text, keys) => {
    expect(plainPath(parsePath(text))).toEqual(keys);
  });

  test('goes through lists', () => {
    expect(parsePath('a[].b[]').segments.map((segment) => segment.kind)).toEqual(['field', 'each', 'field', 'each']);
    expect(plainPath(parsePath('a[]'))).toBeUndefined();
  });

  test('knows where each of its parts stands', () => {
    const text = 'a.bc[].["d e"][-1]'.replace('.[', '[');
    expect(parsePath(text).segments.map(({ from, to }) => text.slice(from, to))).toEqual([
      'a',
      'bc',
      '[]',
      '["d e"]',
      '[-1]',
    ]);
  });

  test.each([
    ['', ''],
    ['.a', '.a'],
    ['a.', '.'],
    ['a..b', '..b'],
    ['a b', ' b'],
    ['a[x]', '[x]'],
    ["a['b']", "['b']"],
    ['a[1.5]', '[1.5]'],
    ['1a', '1a'],
    ['a.[0]', '.[0]'],
    ['a.__proto__.b', '__proto__'],
    ['constructor', 'constructor'],
    ['a["prototype"]', '["prototype"]'],
  ])('%j is none from %j on', (text, stretch) => {
    const { problem } = parsePath(text);
    expect(problem && text.slice(problem.from, stretch.length === 0 ? problem.to : problem.from + stretch.length)).toBe(
      stretch,
    );
  });

  test('reads back what it writes', () => {
    const segment = fc.oneof(
      fc
        .string({ minLength: 1 })
        .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name))
        .map((name) => ({ kind: 'field', name, from: 0, to: 0 }) as const),
      fc.integer({ min: -9, max: 9 }).map((index) => ({ kind: 'index', index, from: 0, to: 0 }) as const),
      fc.constant({ kind: 'each', from: 0, to: 0 } as const),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
        const back = parsePath(pathText(segments));
        expect(back.problem).toBeUndefined();
        expect(back.segments.map((one) => ({ ...one, from: 0, to: 0 }))).toEqual(segments);
      }),
    );
  });
});
