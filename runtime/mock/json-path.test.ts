import { expect, test } from 'vitest';
import { valueAt, withoutValueAt, withValueAt } from './json-path.ts';

test('valueAt: finds own values, and nothing else', () => {
  expect(valueAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
  expect(valueAt({ a: null }, ['a', 'b'])).toBeUndefined();
  expect(valueAt({}, ['constructor'])).toBeUndefined();
  expect(valueAt(5, [])).toBe(5);
});

test('withValueAt: makes what is missing and changes nothing that it was given', () => {
  const before = { a: { b: 1 } };
  expect(withValueAt(before, ['a', 'c', 1], 2)).toEqual({ a: { b: 1, c: [undefined, 2] } });
  expect(before).toEqual({ a: { b: 1 } });
  expect(withValueAt({ a: 1 }, [], 2)).toBe(2);
});

test('withValueAt: keeps a field named __proto__ a field', () => {
  const made = withValueAt({}, ['__proto__', 'polluted'], true);
  expect(JSON.stringify(made)).toBe('{"__proto__":{"polluted":true}}');
  expect(valueAt({}, ['polluted'])).toBeUndefined();
});

test('withoutValueAt: takes away the value and the objects that only held it', () => {
  expect(withoutValueAt({ paging: { next: { after: 'x' } }, items: [] }, ['paging', 'next', 'after'])).toEqual({
    items: [],
  });
  expect(withoutValueAt({ paging: { next: { after: 'x' }, prev: 1 } }, ['paging', 'next', 'after'])).toEqual({
    paging: { prev: 1 },
  });
  expect(withoutValueAt({ paging: {} }, ['paging', 'next', 'after'])).toEqual({ paging: {} });
});
