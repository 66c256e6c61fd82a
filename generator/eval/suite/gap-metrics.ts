import type { GapContract } from '../../gap/contract/contract.ts';
import { GAP_CHECKS } from '../../gap/problem.ts';

/** What is asserted of each body of a gap: every check, and every criterion that examples name. */
export function gapMetrics(contract: GapContract): readonly string[] {
  const { integration, gap } = contract;
  const names = [...GAP_CHECKS, ...criteriaWithExamples(contract).map(({ id }) => id)];
  return names.map((name) => `${integration}/${gap}#${name}`);
}

export interface NamedCriterion {
  /** `C1`: criteria of a gap are counted. */
  readonly id: string;
  readonly text: string;
  /** Examples, counted from 0, whose notes name it. */
  readonly examples: readonly number[];
}

/** The criteria that a note of an example names (`note: C2, and the currency is unknown`). The others nothing checks. */
export function criteriaWithExamples({ criteria, examples }: GapContract): readonly NamedCriterion[] {
  return criteria.flatMap((text, index) => {
    const id = `C${String(index + 1)}`;
    const name = new RegExp(String.raw`\b${id}\b`);
    const named = examples.flatMap(({ note = '' }, at) => (name.test(note) ? [at] : []));
    return named.length === 0 ? [] : [{ id, text, examples: named }];
  });
}
