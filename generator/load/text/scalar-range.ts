import type { Scalar } from 'yaml';

/** A stretch of a file's text, in UTF-16 offsets; the end is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the part from `from` to `to` of a scalar's value stands in the file. Exact where the file has that part letter by
 * letter; otherwise (block scalars, escape sequences, text over several lines) the whole scalar.
 */
export function scalarRange(
  text: string,
  scalar: Scalar.Parsed,
  from: number | undefined,
  to: number | undefined,
): Range {
  const whole = wholeRange(text, scalar);
  const { value } = scalar;
  if ((from === undefined && to === undefined) || typeof value !== 'string') return whole;
  const first = clamp(from ?? 0, 0, value.length);
  const last = clamp(to ?? value.length, first, value.length);
  if (scalar.type === 'PLAIN') return within(text, whole.start, value, first, last) ?? whole;
  if (scalar.type === 'QUOTE_DOUBLE') return within(text, whole.start + 1, value, first, last) ?? whole;
  if (scalar.type !== 'QUOTE_SINGLE') return whole;
  // In single quotes a quote is written twice: the same text with longer offsets.
  const written = (offset: number): number => value.slice(0, offset).replaceAll("'", "''").length;
  return within(text, whole.start + 1, value.replaceAll("'", "''"), written(first), written(last)) ?? whole;
}

function within(text: string, start: number, value: string, from: number, to: number): Range | undefined {
  return text.startsWith(value.slice(0, to), start) ? { start: start + from, end: start + to } : undefined;
}

/** A block scalar's range has the line breaks behind it, too. */
function wholeRange(text: string, { range }: Scalar.Parsed): Range {
  const [start, end] = range;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
