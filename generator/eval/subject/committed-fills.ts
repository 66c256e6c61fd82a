import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import type { LabParts } from '../lab/lab-parts.ts';
import type { FillRow } from '../results.ts';

/** A committed fill, and the file that is emitted of it where it is in order. */
export interface CommittedFill {
  readonly row: FillRow;
  readonly file?: string;
}

/** How the committed fills stand; those that fit their contracts are judged, since only that finds broken ones. */
export async function committedFills(
  entries: readonly GapEntry[],
  judge: LabParts['judge'],
): Promise<readonly CommittedFill[]> {
  return await Promise.all(
    entries.map(async ({ contract, state, body }): Promise<CommittedFill> => {
      const { file, line } = contract.place;
      const judged = state === 'ok' && body !== undefined ? await judge(body.body, contract) : undefined;
      const gap = `${contract.integration}/${contract.gap}`;
      const row = { gap, state: judged?.ok === false ? ('broken' as const) : state, file, line };
      return { row, ...(judged?.ok === true && { file: judged.file }) };
    }),
  );
}
