/** The steps that a body goes through, in their order. */
export const GAP_CHECKS = [
  'reply',
  'static',
  'types',
  'visible',
  'hidden',
  'totality',
  'criteria',
  'determinism',
  'limits',
] as const;

/** The checks that are asserted of every body; what `criteria` finds is asserted of each criterion. */
export const ASSERTED_CHECKS = GAP_CHECKS.filter((check) => check !== 'criteria');

export type GapCheck = (typeof GAP_CHECKS)[number];

/** What is wrong with a body, in words that whoever wrote it can act on. Hidden examples show in no text of it. */
export interface GapProblem {
  readonly check: GapCheck;
  /** What is wrong: `'for … in' is not allowed`. */
  readonly message: string;
  /** What to write instead, where that can be said. */
  readonly fix?: string;
  /** In the body as it was given, counted from 1; absent where it is not one place. */
  readonly line?: number;
  readonly column?: number;
  /** The example that fails, counted from 0 among all of the contract; never given to a prompt where it is hidden. */
  readonly example?: number;
  /** The criterion that a result does not keep, counted from 0. */
  readonly criterion?: number;
}
