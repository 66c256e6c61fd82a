import type { CaseKind, EvalCase, EvalRepeat } from '../results.ts';

/** How often one case passed: the unit of all statistics, since repeats of one case are not independent of each other. */
export interface CaseRate {
  readonly id: string;
  readonly kind: CaseKind;
  readonly must: boolean;
  readonly passed: number;
  readonly repeats: number;
}

/** A repeat without assertions has shown nothing, so it has not passed. */
export function repeatPassed({ assertions, error }: EvalRepeat): boolean {
  return error === undefined && assertions.length > 0 && assertions.every(({ passed }) => passed);
}

export function caseRate({ id, kind, must, repeats }: EvalCase): CaseRate {
  return { id, kind, must, passed: repeats.filter(repeatPassed).length, repeats: repeats.length };
}

/** From 0 to 1; 0 where nothing ran. */
export function rateOf({ passed, repeats }: Pick<CaseRate, 'passed' | 'repeats'>): number {
  return repeats === 0 ? 0 : passed / repeats;
}
