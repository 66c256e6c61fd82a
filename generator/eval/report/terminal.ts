import stringWidth from 'string-width';
import type { Paint } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import { figures, heading, counts, verdictWords } from './words.ts';
import { viewOf, type CaseState, type CaseView, type ReportInput } from './view.ts';

const COLOURS = {
  passed: 'green',
  unstable: 'yellow',
  failed: 'red',
  'not verified': 'yellow',
} as const satisfies Record<CaseState, string>;
const STATE_WIDTH = 'not verified'.length;

/** Of more cases than that, those that passed are counted and not listed. */
const MANY = 40;

/** A run for a terminal of so many columns: cases, figures, and why the gate is red. */
export function terminalReport(input: ReportInput, paint: Paint, width = 100): string {
  const view = viewOf(input);
  const { verdict, cases } = view;
  const shown = cases.length <= MANY ? cases : cases.filter(({ state }) => state !== 'passed');
  const labels = figures(view);
  const labelWidth = Math.max(...labels.map(([label]) => label.length));
  const lines = [
    ...hanging('', heading(view), width).map((line) => paint('bold', line)),
    '',
    ...shown.flatMap((one) => caseLines(one, paint, width)),
    ...(shown.length < cases.length ? [passedLine(cases.length - shown.length, paint)] : []),
    '',
    ...labels.flatMap(([label, text]) => hanging(`${label.padEnd(labelWidth)}  `, text, width)),
    ...notVerified(view.trace.filter(({ result }) => result.state === 'not verified').length, paint),
    ...verdict.notes.flatMap((note) => hanging('note: ', note, width)),
    '',
    ...verdict.problems.flatMap(({ code, rule, case: id, metric, criterion, reason }) => [
      ...hanging(
        paint('red', `${String(code)} ${rule}`) + (id === undefined ? '' : '  '),
        [metric ?? id ?? ''].join(''),
        width,
        2,
      ),
      ...(criterion === undefined ? [] : hanging('    ', criterion, width).map((line) => paint('dim', line))),
      ...hanging('    ', reason, width),
    ]),
    ...(verdict.problems.length > 0 ? [''] : []),
    ...hanging('', `gate ${verdictWords(verdict)} (exit code ${String(verdict.exitCode)})`, width).map((line) =>
      paint(verdict.exitCode === 0 ? 'green' : 'red', line),
    ),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function passedLine(count: number, paint: Paint): string {
  return `${paint(COLOURS.passed, 'passed'.padEnd(STATE_WIDTH))}  ${String(count)} ${count === 1 ? 'case' : 'cases'}`;
}

function caseLines(one: CaseView, paint: Paint, width: number): readonly string[] {
  const head = `${paint(COLOURS[one.state], one.state.padEnd(STATE_WIDTH))}  `;
  const failed = one.metrics.filter(({ passed, made }) => passed < made);
  return [
    ...hanging(head, `${counts(one)}  ${one.id}${one.must ? '' : '  (no must)'}`, width),
    ...(one.error === undefined ? [] : hanging('    ', one.error, width)),
    ...failed.flatMap(({ metric, passed, made, reason }) =>
      hanging('    ', `${metric} ${String(passed)}/${String(made)}: ${reason ?? 'no reason was given'}`, width).map(
        (line) => paint('dim', line),
      ),
    ),
  ];
}

function notVerified(count: number, paint: Paint): readonly string[] {
  if (count === 0) return [];
  return [paint('yellow', `${String(count)} ${count === 1 ? 'criterion is' : 'criteria are'} not verified`)];
}

/** Text after a head, broken between words at the width, each further line indented; a word that is too long is broken. */
function hanging(head: string, text: string, width: number, indent = 4): readonly string[] {
  const lines: string[] = [];
  let line = head;
  let fresh = true;
  for (const word of printable(text).split(' ')) {
    const gap = fresh ? '' : ' ';
    if (!fresh && stringWidth(line + gap + word) > width) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else line += gap + word;
    fresh = false;
  }
  lines.push(line);
  return lines.flatMap((one) => broken(one, width, indent));
}

function broken(line: string, width: number, indent: number): readonly string[] {
  // Escape sequences have no width and are not cut; only plain ends of lines can be longer than a terminal.
  if (stringWidth(line) <= width || line.includes('\u001B')) return [line];
  const room = Math.max(width, indent + 10);
  let part = '';
  for (const character of line) {
    if (stringWidth(part + character) > room) break;
    part += character;
  }
  return [part, ...broken(' '.repeat(indent) + line.slice(part.length), width, indent)];
}
