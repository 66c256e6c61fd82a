import { ts, type ExpressionNode, type StatementNode, type TypeNode } from './typescript.ts';
import { construct } from './access.ts';
import { objectPattern } from './functions.ts';
import { identifier } from './identifier.ts';

/** `const name: type = value;` */
export function constant(name: string, value: ExpressionNode, type?: TypeNode): StatementNode {
  return declare(ts.NodeFlags.Const, ts.factory.createVariableDeclaration(identifier(name), undefined, type, value));
}

/** `let name: type = value;` */
export function variable(name: string, type?: TypeNode, value?: ExpressionNode): StatementNode {
  return declare(ts.NodeFlags.Let, ts.factory.createVariableDeclaration(identifier(name), undefined, type, value));
}

/** `const { a, b: c } = value;` */
export function destructured(
  names: readonly { readonly name: string; readonly as?: string }[],
  value: ExpressionNode,
): StatementNode {
  return declare(
    ts.NodeFlags.Const,
    ts.factory.createVariableDeclaration(objectPattern(names), undefined, undefined, value),
  );
}

/** `to = value;` */
export function assign(to: ExpressionNode, value: ExpressionNode): StatementNode {
  return ts.factory.createExpressionStatement(ts.factory.createAssignment(to, value));
}

/** `to += value;` */
export function addTo(to: ExpressionNode, value: ExpressionNode): StatementNode {
  return ts.factory.createExpressionStatement(
    ts.factory.createBinaryExpression(to, ts.SyntaxKind.PlusEqualsToken, value),
  );
}

/** The expression as a statement: `call();` */
export function perform(expression: ExpressionNode): StatementNode {
  return ts.factory.createExpressionStatement(expression);
}

/** `if (test) …`: one short statement stands without braces, as a person would write it; `braces` where it is not short. */
export function ifThen(
  test: ExpressionNode,
  then: readonly StatementNode[],
  otherwise: readonly StatementNode[] = [],
  { braces = false } = {},
): StatementNode {
  const [only] = then;
  const bare =
    !braces &&
    otherwise.length === 0 &&
    then.length === 1 &&
    only !== undefined &&
    (ts.isExpressionStatement(only) || ts.isThrowStatement(only)) &&
    !hasComment(only);
  const [chained] = otherwise;
  const elseIf = otherwise.length === 1 && chained !== undefined && ts.isIfStatement(chained) && !hasComment(chained);
  return ts.factory.createIfStatement(
    test,
    bare ? only : ts.factory.createBlock(then, true),
    otherwise.length === 0 ? undefined : elseIf ? chained : ts.factory.createBlock(otherwise, true),
  );
}

/** `for (const item of list) { … }`; a pair of names takes each item apart: `for (const [index, item] of …)`. */
export function forOf(
  item: string | readonly [string, string],
  list: ExpressionNode,
  body: readonly StatementNode[],
  { async: awaits = false } = {},
): StatementNode {
  const binding =
    typeof item === 'string'
      ? identifier(item)
      : ts.factory.createArrayBindingPattern(
          item.map((name) => ts.factory.createBindingElement(undefined, undefined, identifier(name))),
        );
  const declaration = ts.factory.createVariableDeclarationList(
    [ts.factory.createVariableDeclaration(binding)],
    ts.NodeFlags.Const,
  );
  const keyword = awaits ? ts.factory.createToken(ts.SyntaxKind.AwaitKeyword) : undefined;
  return ts.factory.createForOfStatement(keyword, declaration, list, ts.factory.createBlock(body, true));
}

/** `try { … } catch (error) { … }` */
export function tryCatch(
  body: readonly StatementNode[],
  error: string,
  handler: readonly StatementNode[],
): StatementNode {
  const clause = ts.factory.createCatchClause(
    ts.factory.createVariableDeclaration(identifier(error)),
    ts.factory.createBlock(handler, true),
  );
  return ts.factory.createTryStatement(ts.factory.createBlock(body, true), clause, undefined);
}

export function returnValue(value?: ExpressionNode): StatementNode {
  return ts.factory.createReturnStatement(value);
}

/** `throw value;` */
export function throwValue(value: ExpressionNode): StatementNode {
  return ts.factory.createThrowStatement(value);
}

/** `throw new Callee(…args);` */
export function throwNew(callee: ExpressionNode, args: readonly ExpressionNode[]): StatementNode {
  return ts.factory.createThrowStatement(construct(callee, args));
}

function declare(flags: ts.NodeFlags, declaration: ts.VariableDeclaration): StatementNode {
  return ts.factory.createVariableStatement(undefined, ts.factory.createVariableDeclarationList([declaration], flags));
}

function hasComment(statement: StatementNode): boolean {
  return ts.getSyntheticLeadingComments(statement) !== undefined;
}
