import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { fromFormat, toFormat } from './date-format.ts';
import { fromEpochSeconds, fromIso, toEpochSeconds, toIso, toIsoDate } from './iso.ts';
import { refused } from './testing/refused.ts';

const zones = [
  'utc',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Casablanca',
];
const recent = { min: Date.UTC(1971, 0, 1), max: Date.UTC(2060, 0, 1) };

/** What `Intl` says that a clock shows: `2026-07-01T12:00:00`. */
function wallClock(ms: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

const machineZone = process.env.TZ;
afterAll(() => {
  if (machineZone === undefined) delete process.env.TZ;
  else process.env.TZ = machineZone;
});

describe.each([
  ['UTC', 0],
  ['America/New_York', 300],
  ['Asia/Kolkata', -330],
  ['Pacific/Apia', -780],
] as const)('on a machine in %s', (zoneOfMachine, offset) => {
  const onMachine = (name: string, test: () => void): void =>
    it(name, () => {
      process.env.TZ = zoneOfMachine;
      expect(new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset()).toBe(offset);
      test();
    });

  onMachine('reads every form of ISO 8601', () => {
    const noon = Date.UTC(2026, 6, 1, 12, 0, 0);
    for (const text of [
      '2026-07-01T12:00:00Z',
      '2026-07-01T12:00:00.000Z',
      '2026-07-01t12:00:00z',
      '2026-07-01 12:00:00Z',
      '2026-07-01T12:00Z',
      '2026-07-01T12:00:00',
      '2026-07-01T12:00',
      '2026-07-01T14:00:00+02:00',
      '2026-07-01T14:00:00+0200',
      '2026-07-01T14:00+02',
      '2026-07-01T06:30:00-05:30',
      '2026-07-01T12:00:00,0004Z',
    ])
      expect(fromIso(text), text).toBe(noon);
    expect(fromIso('2026-07-01')).toBe(Date.UTC(2026, 6, 1));
    expect(fromIso('2026-07-01T12:00:00.5Z')).toBe(noon + 500);
    expect(fromIso('2026-07-01T17:45:00.000+05:45')).toBe(noon);
    expect(fromIso('2026-07-01T12:00:00.123456789Z')).toBe(noon + 123);
    expect(fromIso('2026-06-30T24:00:00Z')).toBe(Date.UTC(2026, 6, 1));
    expect(fromIso('2016-12-31T23:59:60Z')).toBe(Date.UTC(2017, 0, 1));
    expect(fromIso('0099-03-01')).toBe(new Date('0099-03-01T00:00:00Z').getTime());
  });

  onMachine('refuses what is no date of the calendar', () => {
    for (const text of [
      '',
      'today',
      '2026-02-29',
      '2026-13-01',
      '2026-00-01',
      '2026-01-00',
      '2026-04-31',
      '2026-01-01T24:00:01Z',
      '2026-01-01T10:60Z',
      '2026-01-01T10:00:61Z',
      '2026-01-01T25:00Z',
      '20260101',
      '2026-1-1',
      '2026-01-01T',
      '2026-01-01T10',
      '2026-01-01Z',
      '2026-01-01T10:00:00+24:00',
      '2026-01-01T10:00:00 Z',
      '2026-01-01T10:00:00.Z',
      '+999999-01-01',
      '+275760-09-14',
      ' 2026-01-01',
      '2026-01-01\n',
    ])
      expect(() => fromIso(text), text).toThrow(refused);
  });

  onMachine('reads a text without an offset in the zone that it is given', () => {
    expect(fromIso('2026-07-01T12:00:00', 'Europe/Berlin')).toBe(Date.UTC(2026, 6, 1, 10));
    expect(fromIso('2026-01-01', 'America/New_York')).toBe(Date.UTC(2026, 0, 1, 5));
    expect(fromIso('2026-07-01T12:00:00Z', 'Europe/Berlin')).toBe(Date.UTC(2026, 6, 1, 12));
    expect(fromIso('2026-07-01T12:00:00+01:00', 'America/New_York')).toBe(Date.UTC(2026, 6, 1, 11));
    // 02:30 is skipped on 29 March and comes twice on 25 October.
    expect(toIso(fromIso('2026-03-29T02:30:00', 'Europe/Berlin'))).toBe('2026-03-29T01:30:00.000Z');
    expect(toIso(fromIso('2026-10-25T02:30:00', 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z');
    expect(() => fromIso('2026-07-01T12:00:00', 'Mars/Base')).toThrow(refused);
    expect(() => toIsoDate(0, 'local')).toThrow(refused);
    expect(() => toFormat(0, 'yyyy', '')).toThrow(refused);
  });

  onMachine('reads back what it wrote, over all of time', () => {
    const anyTime = fc.integer({ min: -8.64e15, max: 8.64e15 });
    fc.assert(
      fc.property(anyTime, (ms) => {
        expect(fromIso(toIso(ms))).toBe(ms);
        // Small letters are not the common form, and are read part by part.
        expect(fromIso(toIso(ms).toLowerCase())).toBe(ms);
      }),
    );
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        expect(toIso(date.getTime())).toBe(date.toISOString());
      }),
    );
  });

  onMachine('agrees with Intl about clocks and calendars in every zone', () => {
    fc.assert(
      fc.property(fc.integer(recent), fc.constantFrom(...zones), (ms, zone) => {
        const second = Math.floor(ms / 1000) * 1000;
        const wall = wallClock(second, zone);
        const [day = ''] = wall.split('T');
        expect(toIsoDate(ms, zone)).toBe(day);
        const read = fromIso(wall, zone);
        // The same clock reading, though perhaps the first of two.
        expect(wallClock(read, zone)).toBe(wall);
        expect(read).toBeLessThanOrEqual(second);
        expect(toFormat(ms, "yyyy-MM-dd'T'HH:mm:ss", zone)).toBe(wall);
        expect(wallClock(fromFormat(wall, "yyyy-MM-dd'T'HH:mm:ss", zone), zone)).toBe(wall);
      }),
      { numRuns: 60 },
    );
  });

  onMachine('speaks English in a custom format', () => {
    const noon = Date.UTC(2026, 6, 1, 12, 5, 0);
    expect(toFormat(noon, 'cccc, d LLLL yyyy HH:mm', 'Europe/Berlin')).toBe('Wednesday, 1 July 2026 14:05');
    expect(fromFormat('01/07/2026 14:05', 'dd/MM/yyyy HH:mm', 'Europe/Berlin')).toBe(noon);
    expect(fromFormat('1 July 2026 12:05', 'd LLLL yyyy HH:mm')).toBe(noon);
    expect(() => fromFormat('32/07/2026', 'dd/MM/yyyy')).toThrow(refused);
    expect(() => toFormat(Number.NaN, 'yyyy')).toThrow(refused);
  });
});

it('says every day that there is as ISO 8601 does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), (ms) => {
      expect(toIsoDate(ms)).toBe(toIso(ms).split('T')[0]);
    }),
  );
  for (const year of [-1, 0, 99, 9999, 10_000])
    expect(toIsoDate(new Date(0).setUTCFullYear(year))).toBe(
      new Date(new Date(0).setUTCFullYear(year)).toISOString().split('T')[0],
    );
  // Past the last moment that can be told, seen from Berlin.
  expect(() => toIsoDate(8.64e15, 'Europe/Berlin')).toThrow(refused);
});

it('turns seconds into milliseconds and back, rounding down', () => {
  expect([fromEpochSeconds(1.5), fromEpochSeconds(1735689600.123)]).toEqual([1500, 1735689600123]);
  expect([toEpochSeconds(1999), toEpochSeconds(-1)]).toEqual([1, -1]);
  expect(() => fromEpochSeconds(Number.NaN)).toThrow(refused);
  expect(() => toIso(9e15)).toThrow(refused);
});
