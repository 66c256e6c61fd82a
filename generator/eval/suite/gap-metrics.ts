import type { GapContract } from '../../gap/contract/contract.ts';
import { ASSERTED_CHECKS } from '../../gap/problem.ts';
import type { ExpectedMetric } from '../results.ts';

/** What is asserted of each body of a gap: every check, and every criterion that can be tested or that examples name. */
export function gapMetrics(contract: GapContract): readonly ExpectedMetric[] {
  const { integration, gap } = contract;
  const named = [
    ...ASSERTED_CHECKS.map((id) => ({ id })),
    ...verifiedCriteria(contract).map(({ id, text }) => ({ id, criterion: text.trim().replaceAll(/\s+/g, ' ') })),
  ];
  // A model may miss once; how often it does is compared with the baseline, and never is too often.
  return named.map(({ id, ...more }) => ({ metric: `${integration}/${gap}#${id}`, must: false, ...more }));
}

export interface VerifiedCriterion {
  readonly index: number;
  /** `C1`: criteria of a gap are counted. */
  readonly id: string;
  readonly text: string;
  /** Examples, counted from 0, whose notes name it. */
  readonly examples: readonly number[];
  /** It is a condition, too, which every result has to keep. */
  readonly tested: boolean;
}

/**
 * The criteria that say what they mean as a condition, and those that a note of an example names (`note: C2, and the currency is
 * unknown`). The others nothing checks.
 */
export function verifiedCriteria({ criteria, properties = [], examples }: GapContract): readonly VerifiedCriterion[] {
  return criteria.flatMap((text, index) => {
    const id = `C${String(index + 1)}`;
    const name = new RegExp(String.raw`\b${id}\b`);
    const named = examples.flatMap(({ note = '' }, at) => (name.test(note) ? [at] : []));
    const tested = properties.some(({ criterion }) => criterion === index);
    return named.length === 0 && !tested ? [] : [{ index, id, text, examples: named, tested }];
  });
}
