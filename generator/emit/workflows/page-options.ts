import type { OperationPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';

/** What `paginate` and `collect` allow where nothing is said. */
const USUAL_MAX_PAGES = 10_000;

/** The options of `paginate` and `collect` as their last argument; none where they are the usual ones. */
export function pageOptions({ pagination }: OperationPlan): readonly s.ExpressionNode[] {
  if (pagination === undefined || pagination.maxPages === USUAL_MAX_PAGES) return [];
  return [s.literal({ maxPages: pagination.maxPages })];
}
