import type { Operation } from '../../../expression/expression.ts';

const MAY_MISS: ReadonlySet<Operation['op']> = new Set([
  'typed',
  'first',
  'last',
  'at',
  'find',
  'min',
  'max',
  'queryParam',
  'json',
  'nonEmpty',
  'minBy',
  'maxBy',
]);

/** Whether an operation may find nothing though the value is there. */
export function resultMayMiss(operation: Operation): boolean {
  if (operation.op === 'jsonata') return operation.takesMissing || ['average', 'max', 'min'].includes(operation.fn);
  if (operation.op === 'lookup') return operation.total !== true;
  return operation.op === 'date' ? operation.otherwise === 'omit' : MAY_MISS.has(operation.op);
}
