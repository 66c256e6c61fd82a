import { daysInMonth } from './days-in-month.ts';

/** A day and a time of day, in no zone. Months from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
}

/** A format of digits alone, which needs neither a language nor a calendar. */
export interface DatePattern {
  /** The text of a point in time, given as milliseconds as though the zone were UTC; `undefined` outside of the years 0 to 9999. */
  write(wall: number): string | undefined;
  /** Milliseconds as though the zone were UTC; `undefined` where the text does not plainly fit. */
  read(text: string): number | undefined;
}

type Field = keyof WallTime;

const FIELDS: Readonly<Record<string, { readonly field: Field; readonly width: number }>> = {
  yyyy: { field: 'year', width: 4 },
  MM: { field: 'month', width: 2 },
  dd: { field: 'day', width: 2 },
  HH: { field: 'hour', width: 2 },
  mm: { field: 'minute', width: 2 },
  ss: { field: 'second', width: 2 },
  SSS: { field: 'ms', width: 3 },
};

type Part = string | { readonly field: Field; readonly width: number };

/** The formats of an integration are few, and known when it is compiled. */
const patterns = new Map<string, DatePattern | undefined>();

/** The pattern of a format in Luxon's tokens; `undefined` where it has others than these of digits. */
export function datePattern(format: string): DatePattern | undefined {
  if (!patterns.has(format)) patterns.set(format, compile(format));
  return patterns.get(format);
}

function compile(format: string): DatePattern | undefined {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: all, 1: quoted, index } of format.matchAll(/'([^']+)'|([A-Za-z])\2*|[^A-Za-z']+/g)) {
    const part = quoted ?? (/[A-Za-z]/.test(all) ? FIELDS[all] : all);
    if (index !== end || part === undefined) return undefined;
    parts.push(part);
    end += all.length;
  }
  return end === format.length ? { write: (wall) => write(parts, wall), read: reader(parts) } : undefined;
}

function write(parts: readonly Part[], wall: number): string | undefined {
  const date = new Date(wall);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) return undefined;
  let text = '';
  for (const part of parts) text += typeof part === 'string' ? part : digits(valueOf(date, part.field), part.width);
  return text;
}

function valueOf(date: Date, field: Field): number {
  switch (field) {
    case 'year':
      return date.getUTCFullYear();
    case 'month':
      return date.getUTCMonth() + 1;
    case 'day':
      return date.getUTCDate();
    case 'hour':
      return date.getUTCHours();
    case 'minute':
      return date.getUTCMinutes();
    case 'second':
      return date.getUTCSeconds();
    case 'ms':
      return date.getUTCMilliseconds();
  }
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Reads what says at least year and month, each part once: what else is missing is the first day, and midnight. */
function reader(parts: readonly Part[]): DatePattern['read'] {
  const fields = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.field]));
  if (!fields.includes('year') || !fields.includes('month') || new Set(fields).size < fields.length)
    return () => undefined;
  const source = parts
    .map((part) => (typeof part === 'string' ? part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&') : `(\\d{${part.width}})`))
    .join('');
  const form = new RegExp(`^${source}$`);
  const groupOf = (field: Field): number => fields.indexOf(field) + 1;
  const [year, month, day, hour, minute, second, ms] = [
    groupOf('year'),
    groupOf('month'),
    groupOf('day'),
    groupOf('hour'),
    groupOf('minute'),
    groupOf('second'),
    groupOf('ms'),
  ];
  return (text) => {
    const match = form.exec(text);
    if (match === null) return undefined;
    const at = (group: number, absent: number): number => (group === 0 ? absent : Number(match[group]));
    return plain({
      year: at(year, 0),
      month: at(month, 1),
      day: at(day, 1),
      hour: at(hour, 0),
      minute: at(minute, 0),
      second: at(second, 0),
      ms: at(ms, 0),
    });
  };
}

/** `Date.UTC` takes the years 0 to 99 for others, and carries what is too much. */
function plain({ year, month, day, hour, minute, second, ms }: WallTime): number | undefined {
  if (year < 100 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
    return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}
