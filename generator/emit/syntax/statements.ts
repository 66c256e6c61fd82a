import { ts, type ExpressionNode, type StatementNode, type TypeNode } from './typescript.ts';
import { construct } from './access.ts';
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
export function destructured(names: readonly { readonly name: string; readonly as?: string }[], value: ExpressionNode): StatementNode {
  const elements = names.map(({ name, as }) => ts.factory.createBindingElement(undefined, as === undefined || as === name ? undefined : name, identifier(as ?? name)));
  return declare(ts.NodeFlags.Const, ts.factory.createVariableDeclaration(ts.factory.createObjectBindingPattern(elements), undefined, undefined, value));
}

/** `to = value;` */
export function assign(to: ExpressionNode, value: ExpressionNode): StatementNode {
  return ts.factory.createExpressionStatement(ts.factory.createAssignment(to, value));
}

/** The expression as a statement: `call();` */
export function perform(expression: ExpressionNode): StatementNode {
  return ts.factory.createExpressionStatement(expression);
}

/** `if (test) …`: one statement stands without braces, as a person would write it. */
export function ifThen(test: ExpressionNode, then: readonly StatementNode[], otherwise: readonly StatementNode[] = []): StatementNode {
  const [only] = then;
  const bare = otherwise.length === 0 && then.length === 1 && only !== undefined && ts.isExpressionStatement(only) && !hasComment(only);
  const [chained] = otherwise;
  const elseIf = otherwise.length === 1 && chained !== undefined && ts.isIfStatement(chained) && !hasComment(chained);
  return ts.factory.createIfStatement(
    test,
    bare ? only : ts.factory.createBlock(then, true),
    otherwise.length === 0 ? undefined : elseIf ? chained : ts.factory.createBlock(otherwise, true),
  );
}

/** `for (const item of list) { … }` */
export function forOf(item: string, list: ExpressionNode, body: readonly StatementNode[], { async: awaits = false } = {}): StatementNode {
  const declaration = ts.factory.createVariableDeclarationList([ts.factory.createVariableDeclaration(identifier(item))], ts.NodeFlags.Const);
  const keyword = awaits ? ts.factory.createToken(ts.SyntaxKind.AwaitKeyword) : undefined;
  return ts.factory.createForOfStatement(keyword, declaration, list, ts.factory.createBlock(body, true));
}

export function returnValue(value?: ExpressionNode): StatementNode {
  return ts.factory.createReturnStatement(value);
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
