import { ts, type ExpressionNode, type TypeNode } from './typescript.ts';
import { isPlainName } from './identifier.ts';
import { numberLiteral, stringLiteral } from './literal.ts';

export interface Access {
  /** `?.` in place of `.`. A chain that already has one goes on with `.` by itself. */
  readonly optional?: boolean;
}

/** `of.name`, or `of['name']` where the name is none. */
export function property(of: ExpressionNode, name: string, access: Access = {}): ExpressionNode {
  if (!isPlainName(name)) return element(of, stringLiteral(name), access);
  const target = accessible(of);
  return inChain(target, access)
    ? ts.factory.createPropertyAccessChain(target, questionDot(access), name)
    : ts.factory.createPropertyAccessExpression(target, name);
}

/** `of[index]`. */
export function element(of: ExpressionNode, index: ExpressionNode | number, access: Access = {}): ExpressionNode {
  const target = accessible(of);
  const at = typeof index === 'number' ? numberLiteral(index) : index;
  return inChain(target, access)
    ? ts.factory.createElementAccessChain(target, questionDot(access), at)
    : ts.factory.createElementAccessExpression(target, at);
}

/** `callee(…args)`; a method is called on `property(of, 'name')`. */
export function call(callee: ExpressionNode, args: readonly ExpressionNode[] = []): ExpressionNode {
  return ts.isOptionalChain(callee)
    ? ts.factory.createCallChain(callee, undefined, undefined, args)
    : ts.factory.createCallExpression(callee, undefined, args);
}

/** `callee<Types>(…args)`. */
export function callWithTypes(
  callee: ExpressionNode,
  types: readonly TypeNode[],
  args: readonly ExpressionNode[],
): ExpressionNode {
  return ts.factory.createCallExpression(callee, types, args);
}

/** `of.name(…args)`. */
export function method(
  of: ExpressionNode,
  name: string,
  args: readonly ExpressionNode[] = [],
  access: Access = {},
): ExpressionNode {
  return call(property(of, name, access), args);
}

/** `new Callee<…types>(…args)`. */
export function construct(
  callee: ExpressionNode,
  args: readonly ExpressionNode[] = [],
  types?: readonly TypeNode[],
): ExpressionNode {
  return ts.factory.createNewExpression(callee, types, args);
}

/** Whether the expression is an optional chain, so that what follows it with `.` is skipped along with it. */
export function isChain(node: ExpressionNode): boolean {
  return ts.isOptionalChain(node);
}

/** Whether the expression is `test ? a : b`. */
export function isChoice(node: ExpressionNode): boolean {
  return ts.isConditionalExpression(node);
}

function inChain(of: ExpressionNode, access: Access): boolean {
  return access.optional === true || ts.isOptionalChain(of);
}

function questionDot(access: Access): ts.QuestionDotToken | undefined {
  return access.optional === true ? ts.factory.createToken(ts.SyntaxKind.QuestionDotToken) : undefined;
}

/** `1.x` and `-1.x` do not say what they seem to. */
function accessible(of: ExpressionNode): ExpressionNode {
  return ts.isNumericLiteral(of) || ts.isObjectLiteralExpression(of)
    ? ts.factory.createParenthesizedExpression(of)
    : of;
}
