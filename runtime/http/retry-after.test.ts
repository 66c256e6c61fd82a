import { expect, it } from 'vitest';
import { longestRetryAfterMs, retryAfterMs } from './retry-after.ts';

const now = Date.UTC(2026, 6, 1, 12, 0, 0);

it('reads seconds, dates in every form of RFC 9110, and epoch seconds', () => {
  expect(retryAfterMs('2', now)).toBe(2000);
  expect(retryAfterMs(' 0.25 ', now)).toBe(250);
  expect(retryAfterMs('Wed, 01 Jul 2026 12:00:30 GMT', now)).toBe(30_000);
  expect(retryAfterMs('Wednesday, 01-Jul-26 12:00:30 GMT', now)).toBe(30_000);
  expect(retryAfterMs('Wed Jul  1 12:00:30 2026', now)).toBe(30_000);
  expect(retryAfterMs(String(now / 1000 + 7), now)).toBe(7000);
});

it('neither waits for the past nor for absurdly long', () => {
  expect(retryAfterMs('Wed, 01 Jul 2026 11:00:00 GMT', now)).toBe(0);
  expect(retryAfterMs('86400', now)).toBe(longestRetryAfterMs);
  expect(retryAfterMs('Wed, 01 Jul 2096 12:00:30 GMT', now)).toBe(longestRetryAfterMs);
});

it('ignores what says neither', () => {
  for (const value of [undefined, '', 'soon', '-5', '1e3', 'Infinity', '2026-07-01', 'Sundae'])
    expect(retryAfterMs(value, now)).toBeUndefined();
});
