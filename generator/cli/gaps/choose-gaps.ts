import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';

/** Which gaps are filled, and which are not. */
export interface ChosenGaps {
  readonly fill: readonly GapEntry[];
  readonly already: number;
  /** Why others are left as they are. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Wishes {
  /** Also what is filled and fits. */
  readonly all?: boolean;
  /** Also what was edited by hand. */
  readonly force?: boolean;
  /** Whether this body was written by a run that ended before its lock was. */
  readonly isOurs: (entry: GapEntry) => boolean;
}

/** Chooses by state: what somebody has written is never overwritten unasked. */
export function chooseGaps(entries: readonly GapEntry[], wishes: Wishes, cwd: string): ChosenGaps {
  const fill: GapEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  let already = 0;
  for (const entry of entries) {
    const { state, contract, files } = entry;
    // Files that cannot be used are told of where they are read.
    if (entry.diagnostics.length > 0) continue;
    if (state === 'ok' && wishes.all !== true && wishes.force !== true) already += 1;
    else if (state === 'edited' && wishes.force !== true && !wishes.isOurs(entry)) {
      const file = displayPath(files.body, cwd);
      diagnostics.push(diagnostic('FR7407', { gap: contract.gap, file }, contract.place));
    } else fill.push(entry);
  }
  return { fill, already, diagnostics };
}
