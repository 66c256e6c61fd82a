import { expect, test } from 'vitest';
import { epochToLocal, localToEpoch } from './zone.ts';

const MONTH = 30 * 86_400_000;
const HOUR = 3_600_000;
const FROM = Date.UTC(1990, 0, 1);
const TO = Date.UTC(2040, 0, 1);

/** What `Intl` says of a zone's offset, in milliseconds. */
function offsetIn(zone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (ms) => {
    const name = format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] =
      /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(name) ?? [];
    const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -size : size;
  };
}

/** The first millisecond of each new offset. */
function transitionsOf(offset: (ms: number) => number): readonly number[] {
  const found: number[] = [];
  for (let start = FROM; start < TO; start += MONTH) {
    if (offset(start) === offset(start + MONTH)) continue;
    let [before, after] = [start, start + MONTH];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offset(middle) === offset(start)) before = middle;
      else after = middle;
    }
    found.push(after);
  }
  return found;
}

// Every sixth zone: with the half-hour, quarter-hour and date-line ones named, that is all kinds in a second.
const zones = [
  ...Intl.supportedValuesOf('timeZone').filter((_, index) => index % 6 === 0),
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
];

test('around every change of clocks since 1990, clocks show what they should, and are read as what they show first', () => {
  let changes = 0;
  for (const zone of new Set(zones)) {
    const offset = offsetIn(zone);
    for (const change of transitionsOf(offset)) {
      changes += 1;
      for (const ms of [change - HOUR, change - 1, change, change + 1, change + HOUR]) {
        const wall = ms + offset(ms);
        expect(epochToLocal(ms, zone), `${zone} ${ms}`).toBe(wall);
        const shown = [wall - offset(change - 1), wall - offset(change)].filter((one) => one + offset(one) === wall);
        expect(localToEpoch(wall, zone), `${zone} ${wall}`).toBe(Math.min(...shown));
      }
    }
  }
  expect(changes).toBeGreaterThan(1000);
});

test('a time that a change skips is read with the offset before it', () => {
  expect(localToEpoch(Date.UTC(2026, 2, 29, 2, 30), 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30));
  expect(localToEpoch(Date.UTC(2026, 2, 8, 2, 30), 'America/New_York')).toBe(Date.UTC(2026, 2, 8, 7, 30));
});
