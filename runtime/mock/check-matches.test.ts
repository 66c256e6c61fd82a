import { expect, test } from 'vitest';
import { checkMatches, checkOp } from './check-matches.ts';
import type { MockMatch } from './definition.ts';
import type { MockRequest } from './mock-request.ts';

test.each<[unknown, MockMatch['op'], unknown, boolean]>([
  [5, 'eq', 5, true],
  [5, 'eq', '5', true],
  ['5', 'eq', 5, true],
  [5, 'eq', '5x', false],
  ['05', 'eq', '5', false],
  [0, 'eq', '', false],
  [true, 'eq', 'true', true],
  [true, 'eq', false, false],
  [undefined, 'eq', 'undefined', false],
  [{ a: [1] }, 'eq', { a: [1] }, true],
  [9, 'lt', '10', true],
  ['9', 'lt', '10', false],
  [10, 'gt', '9', true],
  [10, 'gt', 10, false],
  [10, 'gte', '10', true],
  [10, 'lte', '9.5', false],
  ['2026-01-02T00:00:00Z', 'gte', '2026-01-01', true],
  ['2026-01-02', 'lt', '2026-01-02', false],
  [undefined, 'lt', '5', false],
  [null, 'lt', '5', false],
  ['paid', 'in', 'open,paid', true],
  ['paid', 'in', ['open', 'voided'], false],
  [7, 'in', ['7'], true],
  ['Ada Lovelace', 'contains', 'love', true],
  ['Ada', 'contains', 'Bob', false],
  [['a', 'b'], 'contains', 'b', true],
  [5, 'contains', '5', false],
])('%j %s %j: %j', (stored, op, given, fits) => {
  expect(checkOp(stored, op, given)).toBe(fits);
});

const request: MockRequest = {
  method: 'POST',
  path: '/x',
  params: { id: '1' },
  query: { min: '5' },
  headers: { 'x-shop': 'a' },
  body: { filters: [{ value: 'paid' }], none: null },
  url: 'http://127.0.0.1/x',
};
const item = { id: 1, total: 7, shop: 'a', status: 'paid' };

test.each<[MockMatch, boolean]>([
  [{ field: ['id'], op: 'eq', value: { in: 'path', path: ['id'] } }, true],
  [{ field: ['total'], op: 'lt', value: { in: 'query', path: ['min'] } }, false],
  [{ field: ['shop'], op: 'eq', value: { in: 'header', path: ['X-Shop'] } }, true],
  [{ field: ['status'], op: 'eq', value: { in: 'body', path: ['filters', 0, 'value'] } }, true],
  [{ field: ['status'], op: 'eq', value: { in: 'body', path: ['none'] } }, true],
  [{ field: ['missing'], op: 'eq', value: { in: 'query', path: ['absent'] } }, true],
  [{ field: ['missing'], op: 'eq', value: { in: 'query', path: ['min'] } }, false],
])('%j on a request: %j', (match, fits) => {
  expect(checkMatches(item, [match], request)).toBe(fits);
  expect(checkMatches(item, [match, { field: ['id'], op: 'gt', value: { in: 'path', path: ['id'] } }], request)).toBe(
    false,
  );
});
