import { ts, type ExpressionNode } from './typescript.ts';
import { nullLiteral, stringLiteral, undefinedValue } from './literal.ts';

const OPERATORS = {
  '+': ts.SyntaxKind.PlusToken,
  '-': ts.SyntaxKind.MinusToken,
  '*': ts.SyntaxKind.AsteriskToken,
  '/': ts.SyntaxKind.SlashToken,
  '%': ts.SyntaxKind.PercentToken,
  '===': ts.SyntaxKind.EqualsEqualsEqualsToken,
  '!==': ts.SyntaxKind.ExclamationEqualsEqualsToken,
  '==': ts.SyntaxKind.EqualsEqualsToken,
  '!=': ts.SyntaxKind.ExclamationEqualsToken,
  '<': ts.SyntaxKind.LessThanToken,
  '<=': ts.SyntaxKind.LessThanEqualsToken,
  '>': ts.SyntaxKind.GreaterThanToken,
  '>=': ts.SyntaxKind.GreaterThanEqualsToken,
  '&&': ts.SyntaxKind.AmpersandAmpersandToken,
  '||': ts.SyntaxKind.BarBarToken,
  '??': ts.SyntaxKind.QuestionQuestionToken,
} as const satisfies Record<string, ts.BinaryOperator>;

export type Operator = keyof typeof OPERATORS;

/** `left op right`, with parentheses where precedence asks for them. */
export function binary(left: ExpressionNode, op: Operator, right: ExpressionNode): ExpressionNode {
  return ts.factory.createBinaryExpression(operand(left, op), OPERATORS[op], operand(right, op));
}

/** `test ? then : otherwise`. */
export function conditional(test: ExpressionNode, then: ExpressionNode, otherwise: ExpressionNode): ExpressionNode {
  return ts.factory.createConditionalExpression(test, undefined, then, undefined, otherwise);
}

export function not(of: ExpressionNode): ExpressionNode {
  return ts.factory.createLogicalNot(of);
}

/** What a value may be when it is not there. */
export interface Missing {
  readonly optional: boolean;
  readonly nullable: boolean;
}

/** `of === undefined`, `of === null`, or `of == null` where it may be either. */
export function isMissing(of: ExpressionNode, missing: Missing): ExpressionNode {
  if (missing.optional && missing.nullable) return binary(of, '==', nullLiteral());
  return binary(of, '===', missing.nullable ? nullLiteral() : undefinedValue());
}

/** The opposite of `isMissing`. */
export function isPresent(of: ExpressionNode, missing: Missing): ExpressionNode {
  if (missing.optional && missing.nullable) return binary(of, '!=', nullLiteral());
  return binary(of, '!==', missing.nullable ? nullLiteral() : undefinedValue());
}

/** `typeof of`, as a value. */
export function typeOfValue(of: ExpressionNode): ExpressionNode {
  return ts.factory.createTypeOfExpression(of);
}

/** `of instanceof type` */
export function instanceOf(of: ExpressionNode, type: ExpressionNode): ExpressionNode {
  return ts.factory.createBinaryExpression(of, ts.SyntaxKind.InstanceOfKeyword, type);
}

/** `'name' in of` */
export function hasField(of: ExpressionNode, name: string): ExpressionNode {
  return ts.factory.createBinaryExpression(stringLiteral(name), ts.SyntaxKind.InKeyword, of);
}

export function awaited(of: ExpressionNode): ExpressionNode {
  return ts.factory.createAwaitExpression(of);
}

export function parenthesized(of: ExpressionNode): ExpressionNode {
  return ts.factory.createParenthesizedExpression(of);
}

/** `of as const` and `of satisfies Type`, the two that hide nothing. */
export function asConst(of: ExpressionNode): ExpressionNode {
  return ts.factory.createAsExpression(of, ts.factory.createTypeReferenceNode('const'));
}

export function satisfies(of: ExpressionNode, type: ts.TypeNode): ExpressionNode {
  return ts.factory.createSatisfiesExpression(of, type);
}

/** `of as Type`, which is checked as far as the two have to overlap. */
export function asType(of: ExpressionNode, type: ts.TypeNode): ExpressionNode {
  return ts.factory.createAsExpression(of, type);
}

/** The factory knows precedence, but not that `??` may not stand beside `&&` and `||` bare. */
function operand(of: ExpressionNode, op: Operator): ExpressionNode {
  if (!ts.isBinaryExpression(of)) return of;
  const inner = of.operatorToken.kind;
  const logical = inner === OPERATORS['&&'] || inner === OPERATORS['||'];
  const mixes = op === '??' ? logical : (op === '&&' || op === '||') && inner === OPERATORS['??'];
  const subtle = op === '||' && inner === OPERATORS['&&'];
  return mixes || subtle ? ts.factory.createParenthesizedExpression(of) : of;
}
