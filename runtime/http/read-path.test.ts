import { expect, it } from 'vitest';
import { readPath } from './read-path.ts';

it('follows names and indexes, from the end too', () => {
  const body = { paging: { next: { after: 'x' } }, items: [{ id: 1 }, { id: 2 }] };
  expect(readPath(body, ['paging', 'next', 'after'])).toBe('x');
  expect(readPath(body, ['items', 0, 'id'])).toBe(1);
  expect(readPath(body, ['items', -1, 'id'])).toBe(2);
  expect(readPath(body, [])).toBe(body);
});

it('leads nowhere rather than to what is inherited', () => {
  for (const path of [['a', 'b'], ['constructor'], ['items', 'length', 'x'], ['items', -1], [-1], ['text', 'length']]) {
    expect(readPath({ items: [], text: 'abc' }, path)).toBeUndefined();
  }
  expect(readPath(null, ['a'])).toBeUndefined();
});
