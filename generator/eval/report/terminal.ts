import stringWidth from 'string-width';
import { count } from '../../diagnostics/render/count.ts';
import type { Paint } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import { whatFailed } from '../suite/first-failure.ts';
import { alsoWords, blockedCases, groupedProblems, type ProblemGroup } from './grouped-problems.ts';
import { figures, heading, counts, gateWords, leftOutWords, WHY } from './words.ts';
import { viewOf, type CaseState, type CaseView, type ReportInput, type ReportView } from './view.ts';

const COLOURS = {
  passed: 'green',
  unstable: 'yellow',
  failed: 'red',
  'not verified': 'yellow',
} as const satisfies Record<CaseState, string>;
const STATE_WIDTH = 'not verified'.length;

/** Of more cases than that, those that passed are counted and not listed. */
const MANY = 40;

/** A run for a terminal of so many columns: cases, figures, and why the gate is red. `gated`: the exit code is the gate's. */
export function terminalReport(input: ReportInput, paint: Paint, width = 100, gated = true): string {
  const view = viewOf(input);
  const { verdict, cases } = view;
  const better = new Set(view.changes?.better);
  const shown = (
    cases.length <= MANY ? cases : cases.filter((one) => one.state !== 'passed' || better.has(one))
  ).filter(({ because }) => because.length === 0);
  const blocked = cases.filter(({ because }) => because.length > 0);
  const listed = shown.length + blocked.length;
  const labels = figures(view);
  const labelWidth = Math.max(...labels.map(([label]) => label.length));
  const lines = [
    ...hanging('', heading(view), width).map((line) => paint('bold', line)),
    '',
    ...shown.flatMap((one) => caseLines(one, better.has(one), paint, width)),
    ...blockedLines(blocked, paint, width),
    ...(listed < cases.length ? [passedLine(cases.length - listed, cases.length, paint)] : []),
    ...(cases.length > 0 ? [''] : []),
    ...labels.flatMap(([label, text]) => hanging(`${label.padEnd(labelWidth)}  `, text, width, labelWidth + 2)),
    ...notVerified(view, paint, width),
    ...leftOutWords(view).flatMap((text) => hanging('', text, width)),
    ...verdict.notes.flatMap((note) => hanging('note: ', note, width)),
    '',
    ...(verdict.problems.length > 0 ? hanging('', `${WHY}:`, width) : []),
    ...groupedProblems(verdict.problems).flatMap((group) => problemLines(group, paint, width)),
    ...(verdict.problems.length > 0 ? [''] : []),
    ...hanging('', gateWords(verdict, gated), width).map((line) =>
      paint(verdict.exitCode === 0 ? 'green' : 'red', line),
    ),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function problemLines({ problem, also }: ProblemGroup, paint: Paint, width: number): readonly string[] {
  const { code, rule, case: id, metric, criterion, reason } = problem;
  const about = metric ?? id;
  return [
    ...hanging(paint('red', `${String(code)} ${rule}`) + (about === undefined ? '' : '  '), about ?? '', width, 2),
    ...(criterion === undefined ? [] : hanging('    ', criterion, width).map((line) => paint('dim', line))),
    ...hanging('    ', reason, width),
    ...(also.length === 0 ? [] : hanging('    ', alsoWords(also), width)),
  ];
}

function passedLine(passed: number, all: number, paint: Paint): string {
  const what = passed < all ? count(passed, 'other case') : count(passed, 'case');
  return `${paint(COLOURS.passed, 'passed'.padEnd(STATE_WIDTH))}  ${what}`;
}

function caseLines(one: CaseView, isBetter: boolean, paint: Paint, width: number): readonly string[] {
  const head = `${paint(COLOURS[one.state], one.state.padEnd(STATE_WIDTH))}  `;
  const failed = whatFailed(one.metrics.filter(({ passed, made }) => passed < made));
  const note = `${one.must ? '' : '  (no must)'}${isBetter ? '  better' : ''}`;
  return [
    ...hanging(head, `${counts(one)}  ${one.id}${note}`, width),
    ...(one.error === undefined ? [] : hanging('    ', one.error, width)),
    // The first check says what is wrong; those after it mostly fail for the same reason.
    ...failed.slice(0, 1).flatMap(({ metric, passed, made, reason }) => {
      const name =
        metric === one.id ? '' : `${metric.slice(metric.lastIndexOf('#'))} ${String(passed)}/${String(made)}: `;
      return hanging('    ', `${name}${reason ?? 'no reason was given'}`, width).map((line) => paint('dim', line));
    }),
  ];
}

/** Cases that failed for want of a gap's body, a line for each gap. */
function blockedLines(blocked: readonly CaseView[], paint: Paint, width: number): readonly string[] {
  return blockedCases(blocked).flatMap(({ gaps, members, names }) => {
    const [state] = members.map((one) => one.state);
    if (state === undefined) return [];
    return hanging(
      `${paint(COLOURS[state], state.padEnd(STATE_WIDTH))}  `,
      `${count(members.length, 'criterion', 'criteria')} for want of a body of ${gaps}: ${names}`,
      width,
    );
  });
}

function notVerified({ trace }: ReportView, paint: Paint, width: number): readonly string[] {
  const open = trace.filter(({ result }) => result.state === 'not verified');
  if (open.length === 0) return [];
  const unchecked = open.filter(({ metrics }) => metrics.length === 0).length;
  const [are, they, them] = open.length === 1 ? ['is', 'it', 'it'] : ['are', 'they', 'them'];
  const why = [
    ...(unchecked > 0
      ? [unchecked === open.length ? `nothing checks ${them}` : `nothing checks ${String(unchecked)} of them`]
      : []),
    ...(unchecked < open.length
      ? [`${unchecked === 0 ? they : String(open.length - unchecked)} could not be measured`]
      : []),
  ].join(', ');
  const text = `${String(open.length)} of ${count(trace.length, 'criterion', 'criteria')} ${are} not verified: ${why}`;
  return hanging('', text, width).map((line) => paint('yellow', line));
}

/** Text after a head, broken between words at the width, each further line indented; a word that is too long is broken. */
function hanging(head: string, text: string, width: number, indent = 4): readonly string[] {
  const lines: string[] = [];
  let line = head;
  let fresh = true;
  // A number and its unit stay together.
  for (const word of printable(text).split(/ (?!%)/)) {
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
