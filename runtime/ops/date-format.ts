import { DateTime } from 'luxon';
import { datePattern } from './date-pattern.ts';
import { notA, showValue } from './show-value.ts';
import { epochToLocal, knownZone, localToEpoch } from './zone.ts';

/** English whatever the machine speaks, so that the same text comes out everywhere. */
const locale = { locale: 'en-US', numberingSystem: 'latn', outputCalendar: 'gregory' } as const;

/**
 * Epoch milliseconds of a text in a format of Luxon's tokens (`dd/MM/yyyy HH:mm`), read in `zone` unless the format has
 * an offset. `FatalError('invalid_input')` where the text does not fit.
 */
export function fromFormat(text: string, format: string, zone = 'utc'): number {
  // Formats of digits alone are most of all, and Luxon takes many times as long for them.
  const wall = datePattern(format)?.read(text);
  if (wall !== undefined) return localToEpoch(wall, zone);
  const time = DateTime.fromFormat(text, format, { zone: knownZone(zone), ...locale });
  if (!time.isValid) throw notA(text, `a date in the format '${format}'`);
  return time.toMillis();
}

/** A point in time in a format of Luxon's tokens (`cccc, d LLL yyyy`), as clocks in `zone` show it, in English. */
export function toFormat(ms: number, format: string, zone = 'utc'): string {
  const text = datePattern(format)?.write(epochToLocal(ms, zone));
  if (text !== undefined) return text;
  const time = DateTime.fromMillis(ms, { zone: knownZone(zone), ...locale });
  if (!time.isValid) throw notA(showValue(ms), 'a point in time in milliseconds');
  return time.toFormat(format);
}
