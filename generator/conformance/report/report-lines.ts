import { styleText } from 'node:util';
import { columns } from '../../cli/render/columns.ts';
import type { CaseResult } from './case-result.ts';
import { addShares, NO_ROWS, rowOpsPercent } from './row-share.ts';

type Paint = (style: 'green' | 'red' | 'yellow' | 'dim', text: string) => string;

export const colours: Paint = (style, text) => styleText(style, text, { validateStream: false });
export const plain: Paint = (_, text) => text;

const COLOUR = { passed: 'green', failed: 'red', 'no spec': 'yellow' } as const;

/** The table of a run: a line for each case, its first difference below the verdict, and the sums. */
export function reportLines(results: readonly CaseResult[], paint: Paint): readonly string[] {
  const head = ['case', 'kind', 'row ops', 'expr', 'jsonata', 'gaps', 'lines', 'verdict', 'first difference'];
  const lines = results.map((result) => [
    result.id,
    result.kind,
    String(result.rows.rowOps),
    String(result.rows.expr),
    String(result.rows.jsonata),
    String(result.gaps.length),
    result.specLines === undefined ? '' : `${String(result.specLines)}/${String(result.briefLines ?? '?')}`,
    paint(COLOUR[result.verdict], result.verdict),
    shortened(result.differences[0] ?? ''),
  ]);
  const passed = results.filter(({ verdict }) => verdict === 'passed').length;
  const rows = results.reduce((sum, result) => addShares(sum, result.rows), NO_ROWS);
  return [
    ...columns([head.map((cell) => paint('dim', cell)), ...lines]).map((line) => line.trimEnd()),
    '',
    `${String(passed)} of ${String(results.length)} cases pass`,
    `${rowOpsPercent(rows).toFixed(1)} % of all mapping rows are row operations (${String(rows.rowOps)}; ${String(rows.expr)} expressions, ${String(rows.jsonata)} JSONata, ${String(rows.gap)} gaps)`,
  ];
}

function shortened(text: string): string {
  return text.length > 110 ? `${text.slice(0, 109)}…` : text;
}
