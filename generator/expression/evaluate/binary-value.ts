import type { BinaryOp } from '../expression.ts';

/** Two values with an operator between them; the check has seen to it that they are two numbers, or two texts. */
export function binaryValue(op: Exclude<BinaryOp, '&&' | '||'>, left: unknown, right: unknown): unknown {
  if (op === '===') return left === right;
  if (op === '!==') return left !== right;
  if (typeof left === 'number' && typeof right === 'number') return ofNumbers(op, left, right);
  const [one, other] = [textOf(left), textOf(right)];
  switch (op) {
    case '+':
      return one + other;
    case '<':
      return one < other;
    case '<=':
      return one <= other;
    case '>':
      return one > other;
    case '>=':
      return one >= other;
    default:
      throw new TypeError(`${op} is for numbers`);
  }
}

function ofNumbers(op: Exclude<BinaryOp, '&&' | '||' | '===' | '!=='>, left: number, right: number): number | boolean {
  switch (op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new TypeError('neither a text nor a number');
}
