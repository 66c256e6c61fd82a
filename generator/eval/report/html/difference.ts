import { structuredPatch } from 'diff';
import { count } from '../../../diagnostics/render/count.ts';

/** Two texts line by line, with three lines around each change. */
export interface Difference {
  readonly name: string;
  /** `2 lines added, 1 removed` */
  readonly summary: string;
  readonly open: boolean;
  readonly lines: readonly DifferenceLine[];
}

export interface DifferenceLine {
  readonly text: string;
  readonly added?: true;
  readonly removed?: true;
  /** Lines that are the same on both sides were left out here. */
  readonly gap?: true;
}

/** More than this many lines apart, texts have nothing to do with each other, and comparing them takes long. */
const TOO_FAR = 2000;

/** Nothing where both are the same. An absent text is an empty one: the file is new, or gone. */
export function differenceOf(
  name: string,
  before: string | undefined,
  after: string | undefined,
  open: boolean,
): Difference | undefined {
  if (before === after) return undefined;
  const options = { context: 3, maxEditLength: TOO_FAR };
  const patch = structuredPatch(name, name, before ?? '', after ?? '', '', '', options);
  if (patch === undefined) return { name, summary: 'hardly a line is the same', open: false, lines: [] };
  const lines = patch.hunks.flatMap(({ oldStart, newStart, lines: hunk }): readonly DifferenceLine[] => [
    { text: `… line ${String(newStart === 0 ? oldStart : newStart)}`, gap: true },
    // `\\ No newline at end of file` is no line of either.
    ...hunk
      .filter((line) => !line.startsWith('\\'))
      .map((line): DifferenceLine => {
        const text = line.slice(1);
        if (line.startsWith('+')) return { text, added: true };
        return line.startsWith('-') ? { text, removed: true } : { text };
      }),
  ]);
  const [added, removed] = [lines.filter((one) => one.added), lines.filter((one) => one.removed)];
  const news = before === undefined ? 'new, ' : after === undefined ? 'gone, ' : '';
  const counted = `${count(added.length, 'line')} added, ${String(removed.length)} removed`;
  return { name, summary: `${news}${counted}`, open, lines };
}
