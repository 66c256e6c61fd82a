import { ts, type ExpressionNode, type TypeNode } from './typescript.ts';
import { construct } from './access.ts';
import { identifier } from './identifier.ts';
import { stringLiteral } from './literal.ts';
import { hasInvisible } from './visible.ts';

/** `parameter is type`, as what a function returns. */
export function typePredicate(parameter: string, type: TypeNode): TypeNode {
  return ts.factory.createTypePredicateNode(undefined, identifier(parameter), type);
}

/** `/source/flags`; a constructor call where the pattern holds what a reader cannot see. */
export function patternLiteral(pattern: RegExp): ExpressionNode {
  const { source, flags } = pattern;
  if (!hasInvisible(source)) return ts.factory.createRegularExpressionLiteral(`/${source}/${flags}`);
  return construct(identifier('RegExp'), [stringLiteral(source), stringLiteral(flags)]);
}

/** `typeof value` */
export function typeofValue(value: ExpressionNode): ExpressionNode {
  return ts.factory.createTypeOfExpression(value);
}
