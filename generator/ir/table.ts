import type { Planned } from './symbol.ts';

export interface TablePlan extends Planned {
  readonly entries: readonly (readonly [key: string, value: string | number | boolean | null])[];
}
