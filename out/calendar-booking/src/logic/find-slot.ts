import { constant, fuel, own, put, utc } from '@flowright/runtime/logic';

interface Slot {
  readonly end: string;
  readonly start: string;
}

export interface FindSlotInput {
  readonly buffer: number;
  readonly busy: readonly Slot[];
  readonly from: string;
  readonly holidays: readonly string[];
  readonly wanted: Slot;
}

export type FindSlotOutput = {
  end: string;
  start: string;
} | null;

// A moment, kept exactly: whole seconds since 1970 (UTC), and the digits of the
// fraction of a second behind them, without trailing zeros.
interface Moment {
  readonly second: number;
  readonly fraction: string;
}

const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const HORIZON = 14 * DAY;
const MAX_MINUTES = 240;

// The output has years of four digits: 0000-01-01T00:00:00Z up to, but without, the year 10000.
const FIRST_SECOND = -62167219200;
const SECOND_BEHIND_LAST = 253402300800;

const MONTH_DAYS = constant([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const);

// Days since 1970-01-01, or null if there is no such date.
function dayNumber(year: number, month: number, day: number): number | null {
  fuel.burn();
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (own(MONTH_DAYS, month - 1) ?? 0);
  if (day < 1 || day > days) return null;
  // 400 years are 146097 days; shifted by them, since Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return Date.UTC(year + 400, month - 1, day) / (DAY * 1000) - 146097;
}

function parseDay(text: string): number | null {
  fuel.burn();
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  return dayNumber(Number(match[1] ?? '0'), Number(match[2] ?? '0'), Number(match[3] ?? '0'));
}

// Seconds that the zone is ahead of UTC, or null if it is not a zone.
function parseZone(text: string): number | null {
  fuel.burn();
  if (text === 'Z' || text === 'z') return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (match === null) return null;
  const hours = Number(match[2] ?? '0');
  const minutes = Number(match[3] ?? '0');
  if (hours > 23 || minutes > 59) return null;
  const size = hours * HOUR + minutes * MINUTE;
  return match[1] === '-' ? -size : size;
}

function isDigit(char: string): boolean {
  fuel.burn();
  return char >= '0' && char <= '9';
}

function parseMoment(raw: string): Moment | null {
  fuel.burn();
  const text = raw.trim();
  const match = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})$/.exec(text.slice(0, 19));
  if (match === null) return null;
  const day = dayNumber(Number(match[1] ?? '0'), Number(match[2] ?? '0'), Number(match[3] ?? '0'));
  const hour = Number(match[4] ?? '0');
  const minute = Number(match[5] ?? '0');
  const second = Number(match[6] ?? '0');
  // Second 60 is a leap second: the moment is taken as the beginning of the next minute.
  if (day === null || hour > 23 || minute > 59 || second > 60) return null;

  let zoneAt = 19;
  let fraction = '';
  if (text.charAt(19) === '.') {
    zoneAt = 20;
    let significant = 20;
    while (zoneAt < text.length && isDigit(text.charAt(zoneAt))) {
      fuel.burn();
      if (text.charAt(zoneAt) !== '0') significant = zoneAt + 1;
      zoneAt += 1;
    }
    if (zoneAt === 20) return null;
    fraction = text.slice(20, significant);
  }
  const zone = parseZone(text.slice(zoneAt));
  if (zone === null) return null;
  return { second: day * DAY + hour * HOUR + minute * MINUTE + second - zone, fraction };
}

function isAfter(a: Moment, b: Moment): boolean {
  fuel.burn();
  return a.second > b.second || (a.second === b.second && a.fraction > b.fraction);
}

// The first whole second that is not before the moment.
function ceilSecond(moment: Moment): number {
  fuel.burn();
  return moment.fraction === '' ? moment.second : moment.second + 1;
}

// Whole minutes from start to end, rounded up.
function minutesBetween(start: Moment, end: Moment): number {
  fuel.burn();
  const seconds = end.second - start.second;
  return end.fraction > start.fraction ? Math.floor(seconds / MINUTE) + 1 : Math.ceil(seconds / MINUTE);
}

function formatSecond(second: number): string {
  fuel.burn();
  return (
    utc(second * 1000)
      .toISOString()
      .slice(0, 19) + 'Z'
  );
}

export function findSlot(input: FindSlotInput): FindSlotOutput {
  fuel.start();
  const from = parseMoment(input.from);
  const wantedStart = parseMoment(input.wanted.start);
  const wantedEnd = parseMoment(input.wanted.end);
  if (from === null || wantedStart === null || wantedEnd === null) return null;

  const minutes = minutesBetween(wantedStart, wantedEnd);
  if (minutes < 1 || minutes > MAX_MINUTES) return null;
  const length = minutes * MINUTE;
  const buffer = input.buffer > 0 ? input.buffer * MINUTE : 0;

  const holidays = new Set<number>();
  for (const text of input.holidays) {
    fuel.burn();
    const day = parseDay(text);
    if (day !== null) holidays.add(day);
  }

  // The candidates are the quarters base + k * QUARTER, for k from 0 to count - 1.
  const earliest = ceilSecond(from);
  const base = Math.ceil(earliest / QUARTER) * QUARTER;
  const count = Math.ceil((earliest + HORIZON - base) / QUARTER);

  // Each busy time blocks a run of candidates: +1 where the run begins, -1 behind its end.
  const changes: number[] = [];
  for (let k = 0; k <= count; k += 1) {
    fuel.burn();
    changes.push(0);
  }
  for (const slot of input.busy) {
    fuel.burn();
    const start = parseMoment(slot.start);
    const end = parseMoment(slot.end);
    // With a busy time that cannot be read, no time is known to be free.
    if (start === null || end === null) return null;
    if (!isAfter(end, start)) continue;
    // Blocked: a beginning after (start - buffer - length) and before (end + buffer).
    const after = start.second - buffer - length - base;
    const before = ceilSecond(end) + buffer - base;
    const first = Math.max(0, Math.floor(after / QUARTER) + 1);
    const last = Math.min(count - 1, Math.ceil(before / QUARTER) - 1);
    if (first > last) continue;
    put(changes, first, (own(changes, first) ?? 0) + 1);
    put(changes, last + 1, (own(changes, last + 1) ?? 0) - 1);
  }

  let blocking = 0;
  for (let k = 0; k < count; k += 1) {
    fuel.burn();
    blocking += own(changes, k) ?? 0;
    if (blocking > 0) continue;

    const start = base + k * QUARTER;
    const end = start + length;
    if (start < FIRST_SECOND || end >= SECOND_BEHIND_LAST) continue;

    const day = Math.floor(start / DAY);
    const begins = start - day * DAY;
    const ends = begins + length;
    const morning = begins >= 9 * HOUR && ends <= 12 * HOUR;
    const afternoon = begins >= 13 * HOUR && ends <= 17 * HOUR;
    if (!morning && !afternoon) continue;

    // 1970-01-01 was a Thursday; 0 is Sunday, 6 is Saturday.
    const weekday = (((day + 4) % 7) + 7) % 7;
    if (weekday === 0 || weekday === 6 || holidays.has(day)) continue;

    return { end: formatSecond(end), start: formatSecond(start) };
  }
  return null;
}
