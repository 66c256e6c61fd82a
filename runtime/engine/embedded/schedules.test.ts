import { expect, test } from 'vitest';
import type { Tick } from '../../trigger/trigger.ts';
import type { ScheduleTrigger } from '../../trigger/trigger.ts';
import { manualClock, settle } from '../../testing/manual-clock.ts';
import { temporaryFile, testEngine } from '../../testing/test-engine.ts';
import type { TestContext } from '../../testing/test-engine.ts';

const HOUR = 3_600_000;
const midnight = Date.UTC(2026, 0, 1);
const hourly: ScheduleTrigger = {
  kind: 'schedule',
  cron: '0 * * * *',
  timeZone: 'UTC',
  overlap: 'skip',
  missed: 'latest',
};

function scheduled(
  trigger: Partial<ScheduleTrigger> = {},
  run: (ctx: TestContext) => Promise<unknown> = async () => undefined,
) {
  const fired: number[] = [];
  const workflow = {
    trigger: { ...hourly, ...trigger },
    async run(ctx: TestContext, tick: Tick): Promise<unknown> {
      fired.push((tick.scheduledAt - midnight) / HOUR);
      return run(ctx);
    },
  };
  return { fired, workflows: { main: workflow } };
}

test('fires at every time of the pattern', async () => {
  const clock = manualClock(midnight + 1);
  const { fired, workflows } = scheduled();
  testEngine(workflows, { clock });
  await clock.advance(3 * HOUR);
  expect(fired).toEqual([1, 2, 3]);
});

test('keeps to its time zone, over the change of the clocks', async () => {
  const clock = manualClock(Date.UTC(2026, 2, 28));
  const { fired, workflows } = scheduled({ cron: '0 9 * * *', timeZone: 'Europe/Berlin' });
  testEngine(workflows, { clock });
  await clock.advance(48 * HOUR);
  const start = (Date.UTC(2026, 2, 28) - midnight) / HOUR;
  expect(fired.map((hour) => hour - start)).toEqual([8, 24 + 7]);
});

test('fires once with two processes on one database', async () => {
  const clock = manualClock(midnight + 1);
  const file = temporaryFile();
  const { fired, workflows } = scheduled();
  testEngine(workflows, { clock, file });
  testEngine(workflows, { clock, file });
  await clock.advance(5 * HOUR);
  expect(fired).toEqual([1, 2, 3, 4, 5]);
});

test('of all that ask for one firing, one is given it', () => {
  const { schedules } = testEngine(async () => undefined).store;
  expect([
    schedules.take('w', 't', 1),
    schedules.take('w', 't', 1),
    schedules.take('w', 't', 2),
    schedules.take('w', 'u', 1),
  ]).toEqual([true, false, true, true]);
});

test.each([
  ['latest', [1, 5, 6]],
  ['none', [1, 6]],
] as const)('what was missed while no process ran: %s', async (missed, expected) => {
  const clock = manualClock(midnight + 1);
  const file = temporaryFile();
  const { fired, workflows } = scheduled({ missed });
  const first = testEngine(workflows, { clock, file });
  await clock.advance(HOUR);
  await first.close();
  await clock.advance(4.5 * HOUR);
  testEngine(workflows, { clock, file });
  await clock.advance(HOUR);
  expect(fired).toEqual(expected);
});

test('another pattern makes the stored firing void', async () => {
  const clock = manualClock(midnight + 1);
  const file = temporaryFile();
  const before = scheduled();
  await testEngine(before.workflows, { clock, file }).close();
  await clock.advance(1.5 * HOUR);
  const after = scheduled({ cron: '0 */6 * * *' });
  testEngine(after.workflows, { clock, file });
  await clock.advance(5 * HOUR);
  expect([before.fired, after.fired]).toEqual([[], [6]]);
});

test('skips a firing while the run before it is not over', async () => {
  const clock = manualClock(midnight + 1);
  const { fired, workflows } = scheduled({ overlap: 'skip' }, (ctx) => ctx.sleep('long', 1.5 * HOUR));
  testEngine(workflows, { clock });
  await clock.advance(4 * HOUR);
  expect(fired).toEqual([1, 3]);
});

test('queues a firing behind the run before it', async () => {
  const clock = manualClock(midnight + 1);
  let running = 0;
  const { fired, workflows } = scheduled({ overlap: 'queue' }, async (ctx) => {
    running += 1;
    expect(running).toBe(1);
    await ctx.sleep('long', 1.5 * HOUR);
    running -= 1;
  });
  testEngine(workflows, { clock });
  await clock.advance(4 * HOUR);
  expect(fired).toEqual([1, 2, 3]);
});

test('fires for every tenant', async () => {
  const clock = manualClock(midnight + 1);
  const tenants: string[] = [];
  const { workflows } = scheduled({}, async (ctx) => void tenants.push(ctx.tenant));
  testEngine(workflows, { clock, tenants: ['a', 'b'] });
  await clock.advance(HOUR);
  expect(tenants.toSorted()).toEqual(['a', 'b']);
});

test('can be fired by hand, and then does not overlap either', async () => {
  const clock = manualClock(midnight + 1);
  const { fired, workflows } = scheduled();
  const engine = testEngine(workflows, { clock, schedules: false });
  await engine.fire('main');
  await settle();
  expect(fired).toHaveLength(1);
  await clock.advance(5 * HOUR);
  expect(fired).toHaveLength(1);
});

test.each([{ cron: '61 * * * *' }, { timeZone: 'Mars/Olympus' }])(
  'a schedule that cannot be read stops the start: %o',
  (wrong) => {
    expect(() => testEngine(scheduled(wrong).workflows)).toThrow(/61|Mars/);
  },
);
