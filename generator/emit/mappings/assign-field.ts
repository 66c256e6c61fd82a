import {
  assign,
  booleanLiteral,
  call,
  entry,
  globalName,
  literal,
  object,
  perform,
  property,
  type ExpressionNode,
  type IdentifierNode,
  type StatementNode,
} from '../syntax/index.ts';

/** `deal.note = value;`, `deal['odd key'] = value;`. A field `__proto__` is defined, as an assignment would set the prototype. */
export function assignField(target: IdentifierNode, name: string, value: ExpressionNode): StatementNode {
  if (name !== '__proto__') return assign(property(target, name), value);
  const flags = ['configurable', 'enumerable', 'writable'].map((flag) => entry(flag, booleanLiteral(true)));
  return perform(
    call(property(globalName('Object'), 'defineProperty'), [
      target,
      literal(name),
      object([entry('value', value), ...flags]),
    ]),
  );
}
