import stringWidth from 'string-width';
import { printable } from './printable.ts';

/** A line of source as it is shown, and where under it the caret stands, in columns of the terminal. */
export interface Excerpt {
  readonly text: string;
  readonly indent: number;
  readonly length: number;
}

const tab = '  ';
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Shows the part of `line` around the UTF-16 range from `start` to `end` (from 0, end exclusive) within `width` columns.
 * Tabs become two spaces; characters that take two columns, or none, do not shift the caret.
 */
export function excerpt(line: string, start: number, end: number, width: number): Excerpt {
  const cells = cellsAround(line, start, end, width);
  const first = cells.findIndex((cell) => cell.end > start);
  const from = first === -1 ? cells.length : first;
  const after = cells.findIndex((cell) => cell.start >= end);
  const to = Math.max(after === -1 ? cells.length : after, from);

  const cutBefore = (cells[0]?.start ?? 0) > 0;
  const cutAfter = (cells.at(-1)?.end ?? line.length) < line.length;
  const window = clip(cells, from, to, width, cutBefore || cutAfter);
  const shown = cells.slice(window.from, window.to);
  const opening = window.from > 0 || cutBefore ? '…' : '';
  const closing = window.to < cells.length || cutAfter ? '…' : '';
  return {
    text: opening + shown.map((cell) => cell.text).join('') + closing,
    indent: opening.length + columns(cells.slice(window.from, from)),
    length: Math.max(columns(cells.slice(from, Math.min(to, window.to))), 1),
  };
}

/** One character as a reader sees it, with its UTF-16 range in the line. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

/** The cells near the caret only: a line may be a megabyte long. */
function cellsAround(line: string, start: number, end: number, width: number): readonly Cell[] {
  const from = Math.max(0, start - 4 * width);
  const to = Math.min(line.length, Math.min(end, start + width) + 4 * width);
  return Array.from(segmenter.segment(line.slice(from, to)), ({ segment, index }) => {
    const text = segment === '\t' ? tab : printable(segment);
    return { text, width: stringWidth(text), start: from + index, end: from + index + segment.length };
  });
}

/** The window of cells that fits into `width` and shows the caret: a third of the room before it, more where little follows. */
function clip(
  cells: readonly Cell[],
  from: number,
  to: number,
  width: number,
  cut: boolean,
): { from: number; to: number } {
  // The marks of what was cut take a column each.
  if (columns(cells) <= (cut ? width - 2 : width)) return { from: 0, to: cells.length };
  const room = Math.max(width - 2, 1);
  const caret = Math.min(columns(cells.slice(from, to)), room);
  const before = Math.min(Math.max(Math.floor(room / 3), room - columns(cells.slice(from))), room - caret);
  const first = from - fitting(cells.slice(0, from).toReversed(), before);
  const last = from + fitting(cells.slice(from), room - columns(cells.slice(first, from)));
  return { from: first, to: last };
}

/** How many of the cells fit into `room`. */
function fitting(cells: readonly Cell[], room: number): number {
  let used = 0;
  const over = cells.findIndex((cell) => (used += cell.width) > room);
  return over === -1 ? cells.length : over;
}

function columns(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}
