import type { Expression as Node } from 'acorn';
import { describeType } from '../shape/describe.ts';
import { expand, isMaybe } from '../shape/type-of-shape.ts';
import { constantCondition } from './constant-condition.ts';
import { coalesce } from './coalesce.ts';
import { asCondition, isThere, narrowedWhere, not } from './condition.ts';
import { mayBeEqual } from './may-be-equal.ts';
import { checkNode, notAllowed, problemsOf, type Context } from './check-expression.ts';
import type { BinaryOp, Expression } from './expression.ts';
import { isKind } from './operations/scalars.ts';
import { fail, ok, type Problem, type Result } from './problem.ts';
import { BOOLEAN, INTEGER, NUMBER, STRING } from './types.ts';

const EQUALITY: ReadonlyMap<string, BinaryOp> = new Map([
  ['===', '==='],
  ['!==', '!=='],
  ['==', '==='],
  ['!=', '!=='],
]);
const ORDER: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);

export function checkBinary(node: Extract<Node, { type: 'BinaryExpression' }>, context: Context): Result<Expression> {
  if (node.left.type === 'PrivateIdentifier') return notAllowed(node, 'this');
  const left = checkNode(node.left, context);
  const right = checkNode(node.right, context);
  if (left.ok === undefined || right.ok === undefined) return fail(...problemsOf(left, right));
  const equality = EQUALITY.get(node.operator);
  if (equality !== undefined) return checkEquality(equality, left.ok, right.ok, node, context);
  const op = operatorOf(node.operator);
  if (op === undefined) return notAllowed(node, `'${node.operator}'`);
  const problems = [...there(left.ok, node.left), ...there(right.ok, node.right)];
  if (problems.length > 0) return fail(...problems);
  const numbers = [left.ok, right.ok].every((one) =>
    isKind(expand(one.type.shape, context.environment.shapes), 'number'),
  );
  const texts = [left.ok, right.ok].every((one) =>
    isKind(expand(one.type.shape, context.environment.shapes), 'string'),
  );
  const mixed =
    op === '+' &&
    [left.ok, right.ok].some((one) => isKind(one.type.shape, 'string')) &&
    [left.ok, right.ok].every((one) => isKind(one.type.shape, 'string') || isKind(one.type.shape, 'number'));
  if (!numbers && !(texts && (op === '+' || ORDER.has(op))) && !mixed) {
    const wanted = op === '+' || ORDER.has(op) ? 'two numbers or two texts' : 'two numbers';
    return fail({
      what: 'type',
      from: node.start,
      to: node.end,
      found: `${describeType(left.ok.type)} ${op} ${describeType(right.ok.type)}`,
      wanted,
    });
  }
  const whole =
    op !== '/' && [left.ok, right.ok].every((one) => one.type.shape.kind === 'number' && one.type.shape.integer);
  const type = ORDER.has(op) ? BOOLEAN : !numbers ? STRING : whole ? INTEGER : NUMBER;
  return ok({ kind: 'binary', op, left: left.ok, right: right.ok, type });
}

/**
 * Equality of two values that can be equal. A comparison with null or undefined, in any spelling, asks whether the
 * other side is missing: which of the two a provider sends is no business of a spec.
 */
function checkEquality(
  op: BinaryOp,
  left: Expression,
  right: Expression,
  node: { readonly start: number; readonly end: number },
  context: Context,
): Result<Expression> {
  const other = isMissing(right) ? left : isMissing(left) ? right : undefined;
  if (other !== undefined) {
    const isPresent = isThere(other);
    return ok(op === '!==' ? isPresent : not(isPresent));
  }
  const { shapes } = context.environment;
  if (mayBeEqual(expand(left.type.shape, shapes), expand(right.type.shape, shapes)))
    return ok({ kind: 'binary', op, left, right, type: BOOLEAN });
  return fail({
    what: 'type',
    from: node.start,
    to: node.end,
    found: `${describeType(left.type)} ${op} ${describeType(right.type)}`,
    wanted: 'two values that can be equal',
  });
}

function isMissing(expression: Expression): boolean {
  return expression.kind === 'literal' && (expression.value === null || expression.value === undefined);
}

function operatorOf(text: string): BinaryOp | undefined {
  if (!ORDER.has(text) && !ARITHMETIC.has(text)) return undefined;
  return text === '<' ||
    text === '<=' ||
    text === '>' ||
    text === '>=' ||
    text === '+' ||
    text === '-' ||
    text === '*' ||
    text === '/' ||
    text === '%'
    ? text
    : undefined;
}

function there(operand: Expression, node: { readonly start: number; readonly end: number }): readonly Problem[] {
  return isMaybe(operand.type)
    ? [
        {
          what: 'maybeMissing',
          from: node.start,
          to: node.end,
          text: 'the value',
          fix: 'give another value for when it is missing: (x ?? 0)',
        },
      ]
    : [];
}

/** `&&` and `||` join conditions; what the left side shows to be present is present on the right. `??` replaces a missing value. */
export function checkLogical(node: Extract<Node, { type: 'LogicalExpression' }>, context: Context): Result<Expression> {
  const left = checkNode(node.left, context);
  if (left.ok === undefined) return fail(...problemsOf(left, checkNode(node.right, context)));
  if (node.operator === '??') {
    const right = checkNode(node.right, context);
    if (right.ok === undefined) return right;
    return ok(coalesce([left.ok, right.ok]));
  }
  const condition = asCondition(left.ok);
  const right = checkNode(node.right, {
    ...context,
    scope: narrowedWhere(condition, node.operator === '&&', context.scope, context.environment.shapes),
  });
  if (right.ok === undefined) return right;
  return ok(joined(node.operator, condition, asCondition(right.ok)));
}

/** Two conditions as one; a side that never changes decides, or leaves it to the other. */
function joined(op: '&&' | '||', left: Expression, right: Expression): Expression {
  const decides = op === '||';
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const holds = constantCondition(one);
    if (holds !== undefined) return holds === decides ? one : other;
  }
  return { kind: 'binary', op, left, right, type: BOOLEAN };
}
