import type { Expression } from '../expression.ts';

/** Whether TypeScript knows of a value, once it was tested, that it is there: a plain path, in which nothing is called. */
export function isNarrowable(expression: Expression): boolean {
  if (expression.kind === 'name') return true;
  if (expression.kind === 'index' && expression.index < 0) return false;
  return (expression.kind === 'field' || expression.kind === 'index') && isNarrowable(expression.of);
}
