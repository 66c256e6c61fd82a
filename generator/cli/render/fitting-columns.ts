import stringWidth from 'string-width';
import type { Output } from '../io.ts';
import { columns } from './columns.ts';

/** As columns, without the last ones where a terminal is too narrow for them; the first `least` are always there. */
export function fittingColumns(
  lines: readonly (readonly string[])[],
  { isTTY, columns: width }: Pick<Output, 'isTTY' | 'columns'>,
  least: number,
): readonly string[] {
  for (let kept = Math.max(0, ...lines.map((cells) => cells.length)); ; kept -= 1) {
    const shown = columns(lines.map((cells) => cells.slice(0, kept))).map((line) => line.trimEnd());
    if (kept <= least || isTTY !== true || width === undefined) return shown;
    if (shown.every((line) => stringWidth(line) <= width)) return shown;
  }
}
