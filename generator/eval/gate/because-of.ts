import type { EvalRepeat } from '../results.ts';

/** The gaps for want of whose bodies every repeat that did not pass failed; none where one of them failed by itself. */
export function becauseOf(repeats: readonly EvalRepeat[]): readonly string[] {
  const failed = repeats.filter(
    ({ error, assertions }) => error !== undefined || assertions.some(({ passed }) => !passed),
  );
  if (failed.some(({ without = [] }) => without.length === 0)) return [];
  return [...new Set(failed.flatMap(({ without = [] }) => without))];
}
