import { ts, type ExpressionNode, type ObjectEntryNode } from './typescript.ts';
import { propertyName, stringLiteral } from './literal.ts';

/** `name: value`, or `name` where the value is the variable of that name. `__proto__` is computed: plainly written it would set the prototype. */
export function entry(name: string, value: ExpressionNode): ObjectEntryNode {
  if (ts.isIdentifier(value) && value.text === name) return ts.factory.createShorthandPropertyAssignment(name);
  const key = name === '__proto__' ? ts.factory.createComputedPropertyName(stringLiteral(name)) : propertyName(name);
  return ts.factory.createPropertyAssignment(key, value);
}

/** `...value` in an object. */
export function spreadEntry(value: ExpressionNode): ObjectEntryNode {
  return ts.factory.createSpreadAssignment(value);
}

export function object(entries: readonly ObjectEntryNode[], { multiline = false } = {}): ts.ObjectLiteralExpression {
  return ts.factory.createObjectLiteralExpression(entries, multiline);
}

export function array(items: readonly ExpressionNode[], { multiline = false } = {}): ts.ArrayLiteralExpression {
  return ts.factory.createArrayLiteralExpression(items, multiline);
}

/** `...value` in a list or among arguments. */
export function spread(value: ExpressionNode): ExpressionNode {
  return ts.factory.createSpreadElement(value);
}
