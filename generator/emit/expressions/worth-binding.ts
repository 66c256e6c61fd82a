import type { Expression } from '../../expression/expression.ts';
import { isReadAsOwn } from './inherited.ts';

/** Whether a repeated expression is better written once: it costs something, or its text is long. Conditions stay, as they narrow. */
export function isWorthBinding(expression: Expression): boolean {
  switch (expression.kind) {
    case 'apply':
    case 'each':
    case 'mapped':
    case 'gap':
    case 'conditional':
    case 'coalesce':
    case 'template':
      return true;
    case 'binary':
      return (
        expression.op === '+' ||
        expression.op === '-' ||
        expression.op === '*' ||
        expression.op === '/' ||
        expression.op === '%'
      );
    case 'field':
    case 'index':
      // TypeScript narrows no `.at(-1)`.
      if (expression.kind === 'index' && expression.index < 0) return true;
      return depthOf(expression) > 2 || expression.of.type.optional || expression.of.type.nullable;
    default:
      return false;
  }
}

/** Whether the expression may stand twice as it is: a variable, or a field or two of one that is certainly there. */
export function isSimple(expression: Expression): boolean {
  if (expression.kind === 'name') return true;
  return (
    (expression.kind === 'field' || expression.kind === 'index') &&
    isPath(expression) &&
    !isWorthBinding(expression) &&
    expression.of.type.shape.kind !== 'any' &&
    !isReadAsOwn(expression)
  );
}

function isPath(expression: Expression): boolean {
  return (
    expression.kind === 'name' ||
    ((expression.kind === 'field' || expression.kind === 'index') && isPath(expression.of))
  );
}

function depthOf(expression: Expression): number {
  return expression.kind === 'field' || expression.kind === 'index' ? 1 + depthOf(expression.of) : 0;
}
