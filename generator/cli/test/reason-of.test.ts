import { expect, test } from 'vitest';
import { reasonOf } from './reason-of.ts';

const MODULE = '/out/orders/test/order-paid.test.ts';
const stack = `AssertionError: …\n    at ${MODULE}:12:20\n    at elsewhere.js:1:1`;

test('says what differs, with a few lines around it, and where', () => {
  const same = Array.from({ length: 9 }, (_, index) => `  same ${String(index)}`);
  const diff = ['\u001B[32m- Expected\u001B[39m', '+ Received', '', ...same, '- "a"', '+ "b"', ...same].join('\n');
  expect(
    reasonOf([{ message: 'expected 1 to be 2 // Object.is equality', diff, stack }], MODULE, 'test/order-paid.test.ts'),
  ).toEqual([
    'expected 1 to be 2',
    '- Expected',
    '+ Received',
    ...same.slice(0, 3),
    '  …',
    ...same.slice(6),
    '- "a"',
    '+ "b"',
    ...same.slice(0, 3),
    'at test/order-paid.test.ts:12',
  ]);
});

test('says no more than a person reads', () => {
  const diff = Array.from({ length: 100 }, (_, index) => `- ${String(index)}`).join('\n');
  const lines = reasonOf([{ message: 'no', diff }], MODULE, 'test/order-paid.test.ts');
  expect(lines).toHaveLength(42);
  expect(lines.at(-1)).toBe('… 60 more lines');
});

test('says the message alone where nothing was compared', () => {
  expect(reasonOf([{ message: 'no such thing\nat all' }], MODULE, 'test/order-paid.test.ts')).toEqual([
    'no such thing',
  ]);
});
