import { ts, type ExpressionNode, type StatementNode } from './typescript.ts';
import { property } from './access.ts';
import { identifier } from './identifier.ts';
import { numberLiteral } from './literal.ts';

/** `for (let index = start; index < list.length; index += 1) { … }` */
export function forIndex(
  index: string,
  start: number,
  list: ExpressionNode,
  body: readonly StatementNode[],
): StatementNode {
  const counter = identifier(index);
  return ts.factory.createForStatement(
    ts.factory.createVariableDeclarationList(
      [ts.factory.createVariableDeclaration(counter, undefined, undefined, numberLiteral(start))],
      ts.NodeFlags.Let,
    ),
    ts.factory.createLessThan(counter, property(list, 'length')),
    ts.factory.createBinaryExpression(counter, ts.SyntaxKind.PlusEqualsToken, numberLiteral(1)),
    ts.factory.createBlock(body, true),
  );
}

/** `break;`, or `break label;` */
export function breakLoop(label?: string): StatementNode {
  return ts.factory.createBreakStatement(label === undefined ? undefined : identifier(label));
}

/** `label: for (…) { … }` */
export function labeled(label: string, loop: StatementNode): StatementNode {
  return ts.factory.createLabeledStatement(identifier(label), loop);
}
