import { ts, type ExpressionNode, type StatementNode, type TypeNode } from './typescript.ts';
import { identifier } from './identifier.ts';

export interface Parameter {
  readonly name: string;
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
export function arrow(parameters: readonly (string | Parameter)[], body: ExpressionNode | readonly StatementNode[], options: ArrowOptions = {}): ExpressionNode {
  const modifiers = options.async === true ? [ts.factory.createModifier(ts.SyntaxKind.AsyncKeyword)] : undefined;
  const block = isStatements(body) ? ts.factory.createBlock(body, true) : body;
  return ts.factory.createArrowFunction(modifiers, undefined, parameters.map(parameter), options.returns, undefined, block);
}

export function parameter(of: string | Parameter): ts.ParameterDeclaration {
  const { name, type, optional, value }: Parameter = typeof of === 'string' ? { name: of } : of;
  const question = optional === true ? ts.factory.createToken(ts.SyntaxKind.QuestionToken) : undefined;
  return ts.factory.createParameterDeclaration(undefined, undefined, identifier(name), question, type, value);
}

function isStatements(body: ExpressionNode | readonly StatementNode[]): body is readonly StatementNode[] {
  return Array.isArray(body);
}
