import { daysInMonth } from '../../ops/days-in-month.ts';

/** A whole date of the calendar (RFC 3339 `full-date`): `2024-02-29`. */
export function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return day !== '' && Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
}
