import stringWidth from 'string-width';
import type { Paint } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import { gapName } from '../../gap/fill/fill-target.ts';
import { addSpending, NOTHING } from '../../gap/fill/spending.ts';
import { duration } from '../render/duration.ts';
import type { FillProgress, FillRow } from './fill-progress.ts';
import { dollars, tokens, tokensInWords } from './money.ts';

/** The size of what is drawn on; `now` and `begun` are milliseconds of the clock. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly now: number;
  readonly begun: number;
}

/** The live picture: a line for each gap and one of totals, none wider than the canvas, no more of them than fit. */
export function fillLines(progress: FillProgress, canvas: Canvas, paint: Paint): readonly string[] {
  const rows = [...progress.rows.values()];
  const [shown, hidden] = choose(rows, Math.max(canvas.height - 3, 1));
  const cells = shown.map((row) => cellsOf(row, canvas.now));
  const fitted = fit(cells, canvas.width);
  return [
    ...shown.map((row, at) => line(row, fitted[at] ?? [], paint)),
    ...(hidden.length > 0 ? [paint('dim', cut(`… ${summary(hidden)}`, canvas.width))] : []),
    ...(progress.note === '' ? [] : [paint('yellow', cut(printable(progress.note), canvas.width))]),
    paint('bold', cut(totals(rows, canvas), canvas.width)),
  ];
}

/** What changes comes first where not all fit: then what ended, and last what has not begun. */
function choose(rows: readonly FillRow[], most: number): readonly [readonly FillRow[], readonly FillRow[]] {
  if (rows.length <= most) return [rows, []];
  const rank = ({ begun, end }: FillRow): number => (begun === undefined ? 2 : end === undefined ? 0 : 1);
  const kept = new Set(rows.toSorted((one, other) => rank(one) - rank(other)).slice(0, most));
  return [rows.filter((row) => kept.has(row)), rows.filter((row) => !kept.has(row))];
}

/** Name, state, and what is left out first on a narrow terminal, from right to left. */
function cellsOf(row: FillRow, now: number): readonly string[] {
  const { attempt, spent, begun, ended } = row;
  return [
    printable(gapName(row.target)),
    row.doing,
    begun === undefined ? '' : duration((ended ?? now) - begun),
    spent.asks === 0 ? '' : dollars(spent.cost),
    tokens(spent.input, spent.output),
    attempt === 0 ? '' : `try ${String(attempt)}`,
  ];
}

const GAP = '  ';

/** Cells in columns of one width each; columns that do not fit are left out, and at last names are cut. */
function fit(lines: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  const widths = [0, 1, 2, 3, 4, 5].map((at) => Math.max(0, ...lines.map((cells) => stringWidth(cells[at] ?? ''))));
  let columns = widths.length;
  const total = (): number =>
    widths.slice(0, columns).reduce((sum, one) => sum + (one === 0 ? 0 : one + GAP.length), -GAP.length);
  while (columns > 2 && total() > width) columns -= 1;
  const [name = 0] = widths;
  widths[0] = Math.min(name, Math.max(8, name - (total() - width)));
  return lines.map((cells) =>
    cells.slice(0, columns).map((cell, at) => {
      const room = widths[at] ?? 0;
      const text = cut(cell, room);
      const pad = ' '.repeat(room - stringWidth(text));
      return at < 2 ? text + pad : pad + text;
    }),
  );
}

function line(row: FillRow, [name = '', doing = '', ...rest]: readonly string[], paint: Paint): string {
  const style =
    row.end === undefined ? (row.begun === undefined ? 'dim' : 'cyan') : row.end.kind === 'filled' ? 'green' : 'red';
  const shown = rest.filter((cell) => cell !== '').join(GAP);
  return `${name}${GAP}${paint(style, doing)}${shown === '' ? '' : GAP + paint('dim', shown)}`.trimEnd();
}

function summary(rows: readonly FillRow[]): string {
  const waiting = rows.filter(({ begun }) => begun === undefined).length;
  const filled = rows.filter(({ end }) => end?.kind === 'filled').length;
  const other = rows.length - waiting - filled;
  return [
    ...(filled > 0 ? [`${String(filled)} more filled`] : []),
    ...(other > 0 ? [`${String(other)} more not filled`] : []),
    ...(waiting > 0 ? [`${String(waiting)} more waiting`] : []),
  ].join(', ');
}

function totals(rows: readonly FillRow[], { now, begun }: Canvas): string {
  const filled = rows.filter(({ end }) => end?.kind === 'filled').length;
  const failed = rows.filter(({ end }) => end !== undefined && end.kind !== 'filled').length;
  const { input, output, cost } = rows.map(({ spent }) => spent).reduce(addSpending, NOTHING);
  return [
    `${String(filled)} of ${String(rows.length)} filled`,
    ...(failed > 0 ? [`${String(failed)} not`] : []),
    dollars(cost),
    duration(now - begun),
    tokensInWords(input, output),
  ].join(' · ');
}

/** At most this wide; that something was cut off is seen. */
function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
