import type { Expression } from '../../expression/expression.ts';
import { arrow, returnValue, type ExpressionNode } from '../syntax/index.ts';
import { emitExpression } from './emit-expression.ts';
import { hintOf, singular } from './hint.ts';
import type { Scope } from './scope.ts';

/** `(lineItem) => lineItem.sku`, or a function with a body where the value needs statements. */
export function itemFunction(list: Expression, item: string, value: Expression, scope: Scope): ExpressionNode {
  const inner = scope.inline();
  const name = inner.declare(item, itemWish(list, item));
  const node = emitExpression(value, inner);
  return arrow(
    inner.reads(name) ? [name] : [],
    inner.statements.length === 0 ? node : [...inner.statements, returnValue(node)],
  );
}

/** An item that nobody named is called after its list. */
export function itemWish(list: Expression, item: string): string {
  if (!/^item\d*$/.test(item)) return item;
  // `lines.data` holds lines: the word says nothing itself.
  const hint = list.kind === 'field' && list.field === 'data' ? hintOf(list.of) : hintOf(list);
  const one = singular(hint);
  return one === hint ? item : one;
}
