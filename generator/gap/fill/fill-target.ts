import type { GapContract } from '../contract/contract.ts';
import type { GapState } from '../lock/gap-lock.ts';

/** A gap that is to be filled, as the loop sees it. */
export interface FillTarget {
  readonly contract: GapContract;
  /** Before it was filled. */
  readonly state: GapState;
}

/** `shopify-hubspot dealPriority`: how a gap is named on the command line. */
export function gapName({ contract }: FillTarget): string {
  return `${contract.integration} ${contract.gap}`;
}
