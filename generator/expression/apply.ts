import { expand } from '../shape/type-of-shape.ts';
import type { Environment } from './environment.ts';
import type { Expression, Operation } from './expression.ts';
import { knownTo } from './operations/data.ts';
import { isMisfit, operationType } from './operation-type.ts';
import { fail, ok, type Result } from './problem.ts';

/** Applies an operation to a value; `at` is where a misfit is shown. */
export function apply(
  operation: Operation,
  of: Expression,
  environment: Environment,
  at: { readonly from: number; readonly to: number },
): Result<Expression> {
  const type = operationType(operation, of.type, environment.shapes, environment.tables);
  if (isMisfit(type)) return fail({ what: 'type', ...at, ...type });
  if (operation.op !== 'lookup') return ok({ kind: 'apply', op: operation, of, type });
  const table = environment.tables.get(operation.table);
  const total = table !== undefined && knownTo(table, expand(of.type.shape, environment.shapes)) !== undefined;
  environment.onLookup?.(operation.table, total);
  return ok({ kind: 'apply', op: { op: 'lookup', table: operation.table, ...(total && { total }) }, of, type });
}
