import { FatalError } from '../context/errors.ts';

/** A value as an error message names it: at most 40 characters, so that no record is poured into a log. */
export function showValue(value: unknown): string {
  const text =
    typeof value === 'string'
      ? JSON.stringify(value)
      : typeof value === 'object' && value !== null
        ? typeName(value)
        : String(value);
  return text.length <= 40 ? text : `${text.slice(0, 39).toWellFormed()}…`;
}

/** `"abc" is not a number`, as the failure that a mapping row ends with. */
export function notA(value: unknown, expected: string): FatalError {
  return new FatalError('invalid_input', `${showValue(value)} is not ${expected}`);
}

function typeName(value: object): string {
  return Array.isArray(value) ? 'a list' : 'an object';
}
