import type { IntegrationPlan } from '../../ir/integration.ts';
import type { Imports } from '../syntax/index.ts';

/** What expressions refer to: shapes, and the symbols that ids of the spec become. */
export type Referable = Pick<IntegrationPlan, 'shapes' | 'models' | 'tables' | 'mappings' | 'logic'>;

export interface EmitContext {
  readonly plan: Referable;
  readonly imports: Imports;
}
