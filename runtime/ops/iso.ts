import { FatalError } from '../context/errors.ts';
import { daysInMonth } from './days-in-month.ts';
import { notA, showValue } from './show-value.ts';
import { epochToLocal, isUtc, localToEpoch } from './zone.ts';

/** The farthest that a point in time may be from 1970, milliseconds (ECMA-262 section 21.4.1.1). */
const farthest = 8.64e15;

// The forms that machines write: `2026-07-01T12:00:00Z`, `2026-07-01T12:00:00.123+02:00`. Up to the 28th, a day is one of any month.
const common = /^\d{4}-\d\d-(?:[01]\d|2[0-8])T\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const full =
  /^([+-]\d{6}|\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?)?$/;

/**
 * Epoch milliseconds of an ISO 8601 date (its midnight) or date and time. A text without an offset is read in `zone`
 * (an IANA name), never in the machine's. Digits beyond milliseconds are cut. `FatalError('invalid_input')` for what is
 * no such text or no day of the calendar.
 */
export function fromIso(text: string, zone = 'utc'): number {
  // What it does not take is looked at below.
  const quick = common.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(quick)) return quick;
  const match = full.exec(text);
  if (match === null) throw notA(text, 'an ISO 8601 date or time');
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = ''] = match;
  const [y, mo, d, h, mi, s] = [Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second)];
  const ms = Number(fraction.slice(0, 3).padEnd(3, '0'));
  const midnight = h === 24 && mi === 0 && s === 0 && ms === 0;
  if (d < 1 || d > daysInMonth(y, mo) || (h > 23 && !midnight) || mi > 59 || s > 60)
    throw notA(text, 'a date and time of the calendar');
  const wall = utc(y, mo, d) + h * 3_600_000 + mi * 60_000 + s * 1000 + ms;
  const epoch = wall - offsetOf(text, match, wall, zone);
  // Not `>`: a day that is out of reach is NaN.
  if (!(Math.abs(epoch) <= farthest)) throw notA(text, 'a date that can be told in milliseconds');
  return epoch;
}

/** ISO 8601 in UTC with milliseconds: `2026-07-01T12:00:00.000Z`. */
export function toIso(ms: number): string {
  return new Date(checked(ms)).toISOString();
}

/** The calendar day in `zone`: `2026-07-01`. */
export function toIsoDate(ms: number, zone = 'utc'): string {
  // Not by `toISOString`, which takes several times as long.
  const local = new Date(checked(epochToLocal(checked(ms), zone)));
  const year = local.getUTCFullYear();
  const shown = year >= 0 && year <= 9999 ? pad(year, 4) : (year < 0 ? '-' : '+') + pad(Math.abs(year), 6);
  return `${shown}-${pad(local.getUTCMonth() + 1, 2)}-${pad(local.getUTCDate(), 2)}`;
}

/** Epoch milliseconds of epoch seconds; a fraction is kept to the millisecond. */
export function fromEpochSeconds(seconds: number): number {
  return checked(Math.round(seconds * 1000));
}

/** Whole epoch seconds, rounded down. */
export function toEpochSeconds(ms: number): number {
  return Math.floor(checked(ms) / 1000);
}

function offsetOf(text: string, match: RegExpExecArray, wall: number, zone: string): number {
  const [, , , , , , , , z, sign, hours, minutes = '0'] = match;
  if (hours !== undefined) {
    if (Number(hours) > 23 || Number(minutes) > 59) throw notA(text, 'a date and time of the calendar');
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  }
  return z !== undefined || isUtc(zone) ? 0 : wall - localToEpoch(wall, zone);
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): number {
  return year >= 0 && year < 100 ? new Date(0).setUTCFullYear(year, month - 1, day) : Date.UTC(year, month - 1, day);
}

function checked(ms: number): number {
  if (Number.isFinite(ms) && Math.abs(ms) <= farthest) return ms;
  throw new FatalError('invalid_input', `${showValue(ms)} is not a point in time in milliseconds`);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** A date in another form, or the value as it is where it is no date of the first. */
export function dateOrKeep<V, R>(value: V, convert: (value: V) => R): R | V {
  try {
    return convert(value);
  } catch {
    return value;
  }
}

/** A date in another form, or nothing where the value is no date of the first. */
export function dateOrOmit<V, R>(value: V, convert: (value: V) => R): R | undefined {
  try {
    return convert(value);
  } catch {
    return undefined;
  }
}
