import type { GapEntry } from '../lock/gap-entry.ts';

/** A gap that is to be filled: its contract, its state before, and where its files go. */
export type FillTarget = Pick<GapEntry, 'contract' | 'state' | 'files'>;

/** `shopify-hubspot dealPriority`: how a gap is named on the command line. */
export function gapName({ contract }: FillTarget): string {
  return `${contract.integration} ${contract.gap}`;
}
