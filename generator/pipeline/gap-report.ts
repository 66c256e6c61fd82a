import type { GapState } from '../gap/lock/gap-lock.ts';
import type { Output } from './output.ts';

/** A gap of an output, and why it is in its state; empty for `ok`. */
export interface GapReport {
  readonly gap: string;
  readonly state: GapState;
  readonly why: string;
}

/** The gaps that are not ok, but for those whose files belong to the user: they are filled by hand. */
export function openGaps({ plan, gaps = [] }: Output, ejected: readonly string[]): readonly GapReport[] {
  const own = new Set(plan.logic.filter(({ symbol }) => ejected.includes(symbol.file)).map(({ id }) => id));
  return gaps.filter(({ gap, state }) => state !== 'ok' && !own.has(gap));
}
