import { ts, type ExpressionNode, type StatementNode, type TypeNode } from './typescript.ts';
import { identifier } from './identifier.ts';

export interface Parameter {
  readonly name: string;
  /** In place of the name: the fields of the argument that are taken out of it, `{ http, signal }`. */
  readonly fields?: readonly { readonly name: string; readonly as?: string }[];
  readonly type?: TypeNode;
  readonly optional?: boolean;
  /** The default. */
  readonly value?: ExpressionNode;
}

export interface ArrowOptions {
  readonly async?: boolean;
  readonly returns?: TypeNode;
}

/** `(a, b) => body`: an expression, or statements in braces. */
export function arrow(
  parameters: readonly (string | Parameter)[],
  body: ExpressionNode | readonly StatementNode[],
  options: ArrowOptions = {},
): ExpressionNode {
  const modifiers = options.async === true ? [ts.factory.createModifier(ts.SyntaxKind.AsyncKeyword)] : undefined;
  const block = isStatements(body) ? ts.factory.createBlock(body, true) : body;
  return ts.factory.createArrowFunction(
    modifiers,
    undefined,
    parameters.map(parameter),
    options.returns,
    undefined,
    block,
  );
}

export function parameter(of: string | Parameter): ts.ParameterDeclaration {
  const { name, fields, type, optional, value }: Parameter = typeof of === 'string' ? { name: of } : of;
  const question = optional === true ? ts.factory.createToken(ts.SyntaxKind.QuestionToken) : undefined;
  const binding = fields === undefined ? identifier(name) : objectPattern(fields);
  return ts.factory.createParameterDeclaration(undefined, undefined, binding, question, type, value);
}

/** `{ a, b: c }` as what a value is taken apart into. */
export function objectPattern(
  fields: readonly { readonly name: string; readonly as?: string }[],
): ts.ObjectBindingPattern {
  return ts.factory.createObjectBindingPattern(
    fields.map(({ name, as }) =>
      ts.factory.createBindingElement(
        undefined,
        as === undefined || as === name ? undefined : name,
        identifier(as ?? name),
      ),
    ),
  );
}

function isStatements(body: ExpressionNode | readonly StatementNode[]): body is readonly StatementNode[] {
  return Array.isArray(body);
}
