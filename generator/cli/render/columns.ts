import stringWidth from 'string-width';

/** Lines of cells, each column as wide as its widest cell; the last one is not padded. */
export function columns(lines: readonly (readonly string[])[], gap = '  '): readonly string[] {
  const widths: number[] = [];
  for (const cells of lines)
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, stringWidth(cell));
  return lines.map((cells) =>
    cells
      .map((cell, at) => (at === cells.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - stringWidth(cell))))
      .join(gap),
  );
}
