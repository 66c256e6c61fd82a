import { isFailed } from '../../shape/shape.ts';
import type { Type } from '../../shape/type.ts';

/** Whether a value may be missing, or null, where one must be there. */
export function mayLack(found: Type, wanted: Type): boolean {
  if (isFailed(wanted.shape)) return false;
  return (found.optional && !wanted.optional) || (found.nullable && !wanted.nullable && wanted.shape.kind !== 'any');
}
