import { expect, test } from 'vitest';
import { beta, binomial, randomOf } from './random.ts';

test('a seed gives the published numbers of mulberry32', () => {
  const random = randomOf(1);
  expect([random(), random()]).toEqual([0.627_073_940_588_161_3, 0.002_735_721_180_215_478]);
});

test('draws of Beta and binomial have the mean and the variance that they should', () => {
  const random = randomOf(7);
  const draws = Array.from({ length: 20_000 }, () => beta(random, 0.5, 1.5));
  const mean = draws.reduce((sum, one) => sum + one, 0) / draws.length;
  const variance = draws.reduce((sum, one) => sum + (one - mean) ** 2, 0) / draws.length;
  expect(mean).toBeCloseTo(0.25, 2);
  expect(variance).toBeCloseTo(0.0625, 2);
  const counts = Array.from({ length: 20_000 }, () => binomial(random, 5, 0.3));
  expect(counts.reduce((sum, one) => sum + one, 0) / counts.length).toBeCloseTo(1.5, 1);
});
