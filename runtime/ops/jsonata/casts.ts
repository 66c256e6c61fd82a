import { notA } from '../show-value.ts';

/** A value as a part of a text (`&`): what is missing is empty, null is `null`, numbers have 15 digits, lists and objects are JSON. */
export function jsonataText(value: unknown): string {
  return jsonataString(value) ?? '';
}

/** `$string`: the same, but what is missing stays missing. */
export function jsonataString(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'number' && !Number.isFinite(value)) throw notA(value, 'a number');
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? rounded(part) : part));
}

function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** `$number`: of a decimal text without blanks, a hexadecimal, octal or binary one, or a boolean. `FatalError('invalid_input')` for anything else. */
export function jsonataNumber(value: string | number | boolean): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const isDecimal = /^-?\d+(\.\d+)?([Ee][-+]?\d+)?$/.test(value);
  const number = isDecimal || /^0([xX][\dA-Fa-f]+|[oO][0-7]+|[bB][01]+)$/.test(value) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) throw notA(value, 'a number');
  return number;
}
