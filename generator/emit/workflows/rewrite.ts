import type { Expression } from '../../expression/expression.ts';
import { mapParts } from '../../expression/map-parts.ts';

/** The expression with every part that `replace` answers for replaced, from the outside in; the others stay as they are. */
export function rewrite(expression: Expression, replace: (part: Expression) => Expression | undefined): Expression {
  return replace(expression) ?? mapParts(expression, (part) => rewrite(part, replace));
}
