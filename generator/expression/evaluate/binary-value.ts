import type { BinaryOp } from '../expression.ts';

type Order = Extract<BinaryOp, '<' | '<=' | '>' | '>='>;
type Calculation = Extract<BinaryOp, '+' | '-' | '*' | '/' | '%'>;

/** Two values with an operator between them; the check has seen to it that they are two numbers, or two texts. */
export function binaryValue(op: Exclude<BinaryOp, '&&' | '||'>, left: unknown, right: unknown): unknown {
  if (op === '===') return left === right;
  if (op === '!==') return left !== right;
  if (typeof left === 'number' && typeof right === 'number')
    return isOrder(op) ? inOrder(op, left, right) : calculated(op, left, right);
  const [one, other] = [textOf(left), textOf(right)];
  if (isOrder(op)) return inOrder(op, one, other);
  if (op === '+') return one + other;
  throw new TypeError(`${op} is for numbers`);
}

function isOrder(op: Order | Calculation): op is Order {
  return op.startsWith('<') || op.startsWith('>');
}

function inOrder<T extends number | string>(op: Order, left: T, right: T): boolean {
  switch (op) {
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

function calculated(op: Calculation, left: number, right: number): number {
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
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw new TypeError('neither a text nor a number');
}
