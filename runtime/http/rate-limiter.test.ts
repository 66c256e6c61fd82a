import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Clock, RateLimiter } from './rate-limiter.ts';

interface HandClock extends Clock {
  advance(ms: number): Promise<void>;
  readonly timers: number;
}

function handClock(): HandClock {
  let now = 0;
  let timers: { at: number; fire: () => void }[] = [];
  return {
    now: () => now,
    after(ms, fire) {
      const timer = { at: now + ms, fire };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const end = now + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((other) => other !== due);
        now = Math.max(now, due.at);
        due.fire();
        await Promise.resolve();
      }
      now = end;
      await Promise.resolve();
    },
    get timers() {
      return timers.length;
    },
  };
}

const never = new AbortController().signal;

it('lets the limit through at once, the rest when the window moves on, first come first served, and leaves no timer', async () => {
  const clock = handClock();
  const limiter = new RateLimiter({ requests: 2, perMs: 1000 }, clock);
  const order: string[] = [];
  for (const id of ['a', 'b', 'c', 'd', 'e'])
    void limiter.acquire(never).then(() => order.push(`${id}@${clock.now()}`));
  await clock.advance(0);
  expect(order).toEqual(['a@0', 'b@0']);
  await clock.advance(999);
  expect(order).toHaveLength(2);
  await clock.advance(2000);
  expect(order).toEqual(['a@0', 'b@0', 'c@1000', 'd@1000', 'e@2000']);
  expect(clock.timers).toBe(0);
});

it('takes who is aborted out of the line, without a timer left', async () => {
  const clock = handClock();
  const limiter = new RateLimiter({ requests: 1, perMs: 1000 }, clock);
  const abort = new AbortController();
  await limiter.acquire(never);
  const gone = limiter.acquire(abort.signal);
  abort.abort();
  await expect(gone).rejects.toThrow();
  expect(clock.timers).toBe(0);
  await expect(limiter.acquire(abort.signal)).rejects.toThrow();
});

it('refuses who waits when it closes', async () => {
  const clock = handClock();
  const limiter = new RateLimiter({ requests: 1, perMs: 1000 }, clock);
  await limiter.acquire(never);
  const waiting = [limiter.acquire(never), limiter.acquire(never)];
  limiter.close(new Error('closed'));
  for (const wait of waiting) await expect(wait).rejects.toThrow('closed');
  expect(clock.timers).toBe(0);
});

it('is idle once its window has passed', async () => {
  const clock = handClock();
  const limiter = new RateLimiter({ requests: 3, perMs: 1000 }, clock);
  expect(limiter.idle).toBe(true);
  await limiter.acquire(never);
  expect(limiter.idle).toBe(false);
  await clock.advance(1000);
  expect(limiter.idle).toBe(true);
});

it('never admits more than the limit in any window, and everyone in order', async () => {
  const limits = fc.record({ requests: fc.integer({ min: 1, max: 5 }), perMs: fc.integer({ min: 1, max: 50 }) });
  await fc.assert(
    fc.asyncProperty(limits, fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 }), async (limit, gaps) => {
      const clock = handClock();
      const limiter = new RateLimiter(limit, clock);
      const times: number[] = [];
      const order: number[] = [];
      for (const [index, gap] of gaps.entries()) {
        await clock.advance(gap);
        void limiter.acquire(never).then(() => {
          order.push(index);
          times.push(clock.now());
        });
        await Promise.resolve();
      }
      await clock.advance(50 * 50);
      expect(order).toEqual(gaps.map((_, index) => index));
      for (const [index, time] of times.entries()) {
        const before = times[index - limit.requests];
        if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(limit.perMs);
      }
      expect(clock.timers).toBe(0);
    }),
  );
});
