import type { Place } from './place.ts';

/** Turns offsets of a text into places. Lines end at \n; a \r before it belongs to the line's end, not to its columns. */
export interface LineIndex {
  /** The place of the text from `start` to `end` (UTF-16 offsets, end exclusive). Offsets beyond the text count as its end. */
  place(start: number, end: number): Place;
}

export function lineIndex(file: string, text: string): LineIndex {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  const position = (offset: number): { line: number; column: number } => {
    const within = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: within - (starts[low] ?? 0) + 1 };
  };

  return {
    place(start, end) {
      const from = position(start);
      const to = position(Math.max(start, end));
      return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    },
  };
}
