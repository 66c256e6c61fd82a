import type { Planned } from './symbol.ts';

/** What is looked up in a table: texts that it certainly knows, any texts, or both. */
export type Lookups = 'known' | 'any' | 'both';

export interface TablePlan extends Planned {
  readonly lookups: Lookups;
  readonly entries: readonly (readonly [key: string, value: string | number | boolean | null])[];
}
