import { isDate } from './date.ts';
import { isTime } from './time.ts';

/** Nearly all that come, in one look: up to the 28th a day is one of any month, and no second is a leap second. */
const plain =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A date and a time with its offset (RFC 3339 `date-time`), `T` or `t` between them. */
export function isDateTime(text: string): boolean {
  return plain.test(text) || (/^.{10}t/i.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11)));
}
