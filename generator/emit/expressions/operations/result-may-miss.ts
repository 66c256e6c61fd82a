import type { Operation } from '../../../expression/expression.ts';

const MAY_MISS: ReadonlySet<Operation['op']> = new Set([
  'typed',
  'lookup',
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
  'date',
]);

/** Whether an operation may find nothing though the value is there. */
export function resultMayMiss(operation: Operation): boolean {
  return MAY_MISS.has(operation.op) && !(operation.op === 'lookup' && operation.total === true);
}
