import type { Criterion } from '../../spec/types.ts';

/** Whether a test can be made of a criterion: it says what must come of it, and nothing that a test cannot give. */
export function isChecked({ given, expect }: Criterion): boolean {
  return expect !== undefined && Object.keys(expect).length > 0 && given?.logic === undefined;
}
