import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import type { LabParts } from '../lab/lab-parts.ts';
import type { FillRow } from '../results.ts';

/** How the committed fills stand; those that fit their contracts are judged, since only that finds broken ones. */
export async function fillRows(entries: readonly GapEntry[], judge: LabParts['judge']): Promise<readonly FillRow[]> {
  return await Promise.all(
    entries.map(async ({ contract, state, body }): Promise<FillRow> => {
      const { file, line } = contract.place;
      const judged = state === 'ok' && body !== undefined ? await judge(body.body, contract) : undefined;
      return {
        gap: `${contract.integration}/${contract.gap}`,
        state: judged?.ok === false ? 'broken' : state,
        file,
        line,
      };
    }),
  );
}
