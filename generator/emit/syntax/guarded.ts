import { binary } from './operators.ts';
import { ifThen } from './statements.ts';
import { ts, type ExpressionNode, type StatementNode } from './typescript.ts';

/** `if (test) …`; where all that it holds is another plain `if`, the two are one: `if (test && other)`. */
export function guarded(test: ExpressionNode, statements: readonly StatementNode[]): StatementNode {
  const [only] = statements;
  const nested =
    statements.length === 1 &&
    only !== undefined &&
    ts.isIfStatement(only) &&
    only.elseStatement === undefined &&
    ts.getSyntheticLeadingComments(only) === undefined;
  if (!nested) return ifThen(test, statements);
  const { thenStatement: then } = only;
  return ifThen(binary(test, '&&', only.expression), ts.isBlock(then) ? [...then.statements] : [then]);
}
