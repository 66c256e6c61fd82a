import { ts, type ExpressionNode, type ObjectEntryNode, type StatementNode, type TypeNode } from './typescript.ts';
import { spaced, withDoc } from './comment.ts';
import { parameter, type Parameter } from './functions.ts';
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

export interface MethodEntry {
  readonly name: string;
  readonly doc?: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly returns?: TypeNode;
  readonly body: readonly StatementNode[];
  readonly async?: boolean;
  /** A blank line above it. */
  readonly apart?: boolean;
}

/** `async name(a: string): Promise<void> { … }` in an object. */
export function methodEntry({
  name,
  doc,
  parameters,
  returns,
  body,
  async: isAsync,
  apart,
}: MethodEntry): ObjectEntryNode {
  const modifiers = isAsync === true ? [ts.factory.createModifier(ts.SyntaxKind.AsyncKeyword)] : undefined;
  const block = ts.factory.createBlock(body, true);
  const node = ts.factory.createMethodDeclaration(
    modifiers,
    undefined,
    propertyName(name),
    undefined,
    undefined,
    parameters.map(parameter),
    returns,
    block,
  );
  return withDoc(apart === true ? spaced(node) : node, doc);
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
