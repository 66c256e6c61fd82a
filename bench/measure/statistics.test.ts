import { expect, test } from 'vitest';
import { quantile, summarise } from './statistics.ts';

test('the median and the middle half do not depend on the order, nor on one wild value', () => {
  expect(summarise([3, 1, 2, 5, 4])).toEqual({ median: 3, low: 2, high: 4 });
  expect(summarise([3, 1, 2, 500, 4])).toEqual({ median: 3, low: 2, high: 4 });
});

test('a quantile between two values lies between them', () => {
  expect(quantile([1, 2], 0.5)).toBe(1.5);
  expect(quantile([7], 0.99)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});
