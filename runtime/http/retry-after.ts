/** No provider's wish is followed for longer than this: an absurd value must not park a run for days. One hour. */
export const longestRetryAfterMs = 3_600_000;

/**
 * How long a response asks to wait, milliseconds, at most `longestRetryAfterMs`. The header holds seconds (fractions
 * allowed), an HTTP date, or, as `X-RateLimit-Reset` does, epoch seconds. `undefined` where it holds none of them.
 */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  const ms = /^\d{1,15}(\.\d{1,9})?$/.test(text) ? fromSeconds(Number(text), now) : dateIn(text) - now;
  if (Number.isNaN(ms)) return undefined;
  return Math.min(Math.max(Math.ceil(ms), 0), longestRetryAfterMs);
}

/** A wait of 30 years is a point in time: 10^9 seconds after the epoch is 2001. */
function fromSeconds(seconds: number, now: number): number {
  return seconds < 1e9 ? seconds * 1000 : seconds * 1000 - now;
}

/** RFC 9110 section 5.6.7: every form of an HTTP date is in GMT and starts with a weekday's name. */
function dateIn(text: string): number {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i.test(text)) return Number.NaN;
  return Date.parse(/\b(GMT|UTC|Z)$/i.test(text) ? text : `${text} GMT`);
}
