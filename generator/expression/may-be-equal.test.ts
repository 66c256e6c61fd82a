import { expect, test } from 'vitest';
import { mayBeEqual } from './may-be-equal.ts';

test('values can be equal where their kinds agree and their choices share one', () => {
  const status = { kind: 'string', values: ['paid', 'open'] } as const;
  expect(mayBeEqual(status, { kind: 'string', values: ['paid'] })).toBe(true);
  expect(mayBeEqual(status, { kind: 'string', values: ['payd'] })).toBe(false);
  expect(mayBeEqual(status, { kind: 'string' })).toBe(true);
  expect(mayBeEqual(status, { kind: 'number', integer: true })).toBe(false);
  expect(
    mayBeEqual(
      { kind: 'union', of: [{ kind: 'number', integer: true }, status] },
      { kind: 'string', values: ['open'] },
    ),
  ).toBe(true);
});
