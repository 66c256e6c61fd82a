import { expect, it } from 'vitest';
import { uniqueItems } from './unique-items.ts';

const options = { items: ['data'], key: ['id'] };
const of = (...ids: readonly (string | number)[]) => ({ data: ids.map((id) => ({ id })), more: true });

it('leaves out what the page before had, and remembers all that this one had', () => {
  const page = { body: of('b', 'c'), next: { cursor: 'x' } };
  expect(uniqueItems(page, { cursor: 'w', seen: ['a', 'b'] }, options)).toEqual({
    body: of('c'),
    next: { cursor: 'x', seen: ['b', 'c'] },
  });
  expect(page.body).toEqual(of('b', 'c'));
});

it('leaves a first page, a last page and items without a key as they are', () => {
  expect(uniqueItems({ body: of(1, 2), next: { page: 2 } }, undefined, options)).toEqual({
    body: of(1, 2),
    next: { page: 2, seen: [1, 2] },
  });
  expect(uniqueItems({ body: of(2, 3) }, { page: 2, seen: [1, 2] }, options)).toEqual({ body: of(3) });
  expect(uniqueItems({ body: { data: [{}, {}] } }, { page: 2, seen: [] }, options)).toEqual({
    body: { data: [{}, {}] },
  });
});

it('ends where nothing is new, if such a page is the end', () => {
  const page = { body: of('b'), next: { cursor: 'x' } };
  const asked = { cursor: 'w', seen: ['b'] };
  expect(uniqueItems(page, asked, options)).toEqual({ body: of(), next: { cursor: 'x', seen: ['b'] } });
  expect(uniqueItems(page, asked, { ...options, endsWithoutNew: true })).toEqual({ body: of() });
});
