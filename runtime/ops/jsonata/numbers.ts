import { notA } from '../show-value.ts';

/** `/`. `FatalError('invalid_input')` where the result is no number, as by zero. */
export function jsonataDivide(one: number, other: number): number {
  return finite(one / other);
}

/** `%`. `FatalError('invalid_input')` where the result is no number, as by zero. */
export function jsonataRemainder(one: number, other: number): number {
  return finite(one % other);
}

/** Arithmetic of numbers either of which may be missing: then so is the result. */
export function jsonataCalculate(
  one: number | undefined,
  operator: '+' | '-' | '*' | '/' | '%',
  other: number | undefined,
): number | undefined {
  if (one === undefined || other === undefined) return undefined;
  switch (operator) {
    case '+':
      return one + other;
    case '-':
      return one - other;
    case '*':
      return one * other;
    case '/':
      return jsonataDivide(one, other);
    case '%':
      return jsonataRemainder(one, other);
  }
}

/** The order of two numbers, or two texts, either of which may be missing: then so is the result. */
export function jsonataCompare<T extends number | string>(
  one: T | undefined,
  operator: '<' | '<=' | '>' | '>=',
  other: T | undefined,
): boolean | undefined {
  if (one === undefined || other === undefined) return undefined;
  switch (operator) {
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
  }
}

/** `$sqrt`. `FatalError('invalid_input')` for a negative number. */
export function jsonataSqrt(value: number): number {
  return finite(Math.sqrt(value));
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw notA(value, 'a number');
  return value;
}

/** `$round`: halves to the even neighbour; the digits are counted in the decimal text, so that 1.005 is what it looks like. */
export function jsonataRound(value: number, digits = 0): number {
  const shifted = shift(value, digits);
  const up = Math.round(shifted);
  const isHalf = Math.abs(up - shifted) === 0.5 && Math.abs(up % 2) === 1;
  const result = shift(isHalf ? up - 1 : up, -digits);
  return result === 0 ? 0 : result;
}

function shift(value: number, digits: number): number {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${String(Number(exponent) + digits)}`);
}
