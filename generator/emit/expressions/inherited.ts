import type { Expression } from '../../expression/expression.ts';
import { isMaybe } from './declared-shape.ts';

/** Names that every object has: read plainly, a field that is missing would turn out to be a function. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether a field has to be read as the object's own. */
export function isReadAsOwn(expression: Expression): boolean {
  return expression.kind === 'field' && INHERITED.has(expression.field) && isMaybe(expression.type);
}
