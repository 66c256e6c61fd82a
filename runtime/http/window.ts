import { FatalError } from '../context/errors.ts';
import type { NextPage } from './page.ts';

/** How a system writes times: `iso` with milliseconds and Z, `date` the day in UTC alone. */
export type WindowFormat = 'iso' | 'date' | 'epochSeconds' | 'epochMillis';

/** A span of time that is asked for piece by piece. */
export interface WindowOptions {
  readonly from: string | number;
  readonly to: string | number;
  /** How long a piece is, milliseconds. */
  readonly sizeMs: number;
  readonly format: WindowFormat;
}

/** One piece, as the system takes it, and where the next one begins: exactly where this one ends. */
export interface TimeWindow {
  readonly from: string | number;
  readonly to: string | number;
  readonly next: NextPage | undefined;
}

/** The piece that begins at `next`, or at the beginning of the span; the last one ends where the span does. */
export function windowOf(next: NextPage | undefined, { from, to, sizeMs, format }: WindowOptions): TimeWindow {
  const start = timeOf(next !== undefined && 'from' in next ? next.from : from, format);
  const end = timeOf(to, format);
  const stop = Math.min(start + sizeMs, end);
  return {
    from: written(start, format),
    to: written(stop, format),
    next: stop < end ? { from: written(stop, format) } : undefined,
  };
}

/** The piece that begins at a time, to begin with; the first one where there is none. */
export function atTime(from: string | number | null | undefined): NextPage | undefined {
  return from === null || from === undefined || from === '' ? undefined : { from };
}

function timeOf(value: string | number, format: WindowFormat): number {
  const time = typeof value === 'string' ? Date.parse(value) : format === 'epochSeconds' ? value * 1000 : value;
  if (Number.isFinite(time)) return time;
  throw new FatalError('invalid_input', `'${value}' is no time that a window can begin or end at`);
}

function written(time: number, format: WindowFormat): string | number {
  switch (format) {
    case 'iso':
      return new Date(time).toISOString();
    case 'date':
      return new Date(time).toISOString().slice(0, 10);
    case 'epochSeconds':
      return Math.floor(time / 1000);
    case 'epochMillis':
      return time;
  }
}
