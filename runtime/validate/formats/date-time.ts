import { isDate } from './date.ts';
import { isTime } from './time.ts';

/** A date and a time with its offset (RFC 3339 `date-time`), `T` or `t` between them. */
export function isDateTime(text: string): boolean {
  return /^.{10}t/i.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}
