import { count } from '../../diagnostics/render/count.ts';
import { code, codeCell, inline as escaped } from '../../emit/project/markdown.ts';
import { whatFailed } from '../suite/first-failure.ts';
import { alsoWords, blockedCases, groupedProblems, type ProblemGroup } from './grouped-problems.ts';
import { counts, figures, heading, leftOutWords, verdictWords } from './words.ts';
import { viewOf, type CaseView, type ReportInput, type ReportView } from './view.ts';

/** A comment on GitHub holds 65,536 characters; some are left for what is written around it. */
export const COMMENT_LIMIT = 60_000;

/**
 * A run as Markdown, for a job summary or a comment. Why the gate is red comes first and is kept; of the tables, what does not fit into
 * the limit is left out, and that is said.
 */
export function markdownReport(input: ReportInput, limit: number = COMMENT_LIMIT): string {
  const view = viewOf(input);
  const { verdict, cases, trace } = view;
  const head = [
    `## ${verdict.exitCode === 0 ? '✅' : '❌'} Evals ${verdictWords(verdict)}`,
    '',
    `${inline(heading(view))} · exit code ${String(verdict.exitCode)}`,
    '',
    '',
  ];
  const open = trace.filter(({ result }) => result.state !== 'passed');
  const blocks: readonly Block[] = [
    { title: 'Why, each with its exit code', lines: groupedProblems(verdict.problems).map(problemLine) },
    { title: 'Notes', lines: [...verdict.notes, ...leftOutWords(view)].map((note) => `- ${inline(note)}`) },
    {
      title: 'Figures',
      head: row(['figure', 'value']),
      lines: figures(view).map(([label, text]) => row([own(label), own(text)])),
    },
    {
      title: 'Better than before',
      head: row(['passed', 'case', 'what']),
      lines: (view.changes?.better ?? []).map((one) => row([counts(one), codeCell(one.id), clip(one.text, 160)])),
    },
    {
      title: 'Worse than before',
      head: row(['passed', 'case', 'why']),
      lines: worseLines(view.changes?.worse ?? []),
    },
    {
      title: `Cases: ${tally(view)}`,
      head: row(['result', 'passed', 'case', 'what']),
      // What did not pass first: the end is what is cut.
      lines: [
        ...cases.filter(({ state }) => state !== 'passed'),
        ...cases.filter(({ state }) => state === 'passed'),
      ].map(caseLine),
    },
    {
      title: `Criteria that are not passed: ${String(open.length)} of ${String(trace.length)}`,
      head: row(['result', 'criterion', 'spec', 'why']),
      lines: open.map(({ integration, owner, criterion, text, spec, result }) =>
        row([
          result.state,
          `${codeCell(`${integration}/${owner}#${criterion}`)} ${clip(text, 160)}`,
          codeCell(`${spec.file}:${String(spec.line)}`),
          clip(result.reason ?? '', 200),
        ]),
      ),
    },
  ];
  let text = head.join('\n');
  for (const block of blocks) text += blockText(block, limit - text.length);
  return text;
}

interface Block {
  readonly title: string;
  /** The heads of a table's columns. */
  readonly head?: string;
  readonly lines: readonly string[];
}

/** As many lines as there is room for, and how many more there are. */
function blockText({ title, head, lines }: Block, room: number): string {
  if (lines.length === 0) return '';
  const open = `### ${title}\n\n${head === undefined ? '' : `${head}\n${rule(head)}\n`}`;
  const more = (left: number): string => `\n… and ${String(left)} more; the HTML report has them all.\n`;
  let text = open;
  for (const [at, line] of lines.entries()) {
    const left = lines.length - at;
    if (text.length + line.length + 2 + (left > 1 ? more(left).length : 0) > room)
      return at === 0 ? '' : `${text}${more(left)}\n`;
    text += `${line}\n`;
  }
  return `${text}\n`;
}

function problemLine({ problem, also }: ProblemGroup): string {
  const { code: exit, rule: name, case: id, metric, criterion, reason } = problem;
  const about = metric ?? id;
  const parts = [
    `**${String(exit)} ${name}**`,
    ...(about === undefined ? [] : [code(about)]),
    ...(criterion === undefined ? [] : [`*${clip(criterion, 300)}*`]),
  ];
  const others = also.length === 0 ? '' : `<br>${clip(alsoWords(also), 700)}`;
  return `- ${parts.join(' · ')}<br>${clip(reason, 700)}${others}`;
}

/** Each case that is worse for itself; those for want of the same body are one line. */
function worseLines(worse: readonly CaseView[]): readonly string[] {
  return [
    ...worse
      .filter(({ because }) => because.length === 0)
      .map((one) => row([counts(one), codeCell(one.id), clip(whyOf(one), 200)])),
    ...blockedCases(worse).map(({ gaps, members, names }) =>
      row([count(members.length, 'criterion', 'criteria'), inline(names), `for want of a body of ${inline(gaps)}`]),
    ),
  ];
}

/** What failed first. */
function whyOf(one: CaseView): string {
  const [first] = whatFailed(one.metrics.filter(({ passed, made }) => passed < made));
  return first?.reason ?? '';
}

function caseLine(one: CaseView): string {
  return row([one.state, counts(one), codeCell(one.id), clip(one.text, 160)]);
}

function clip(text: string, most: number): string {
  const whole = [...text];
  return whole.length <= most ? inline(text) : `${inline(whole.slice(0, most).join(''))} …`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function rule(head: string): string {
  return head.replaceAll(/ [^|]*(?=\|)/g, ' --- ');
}

function tally({ cases }: ReportView): string {
  const of = (state: CaseView['state']): number => cases.filter((one) => one.state === state).length;
  return (['passed', 'unstable', 'failed', 'not verified'] as const)
    .filter((state) => state === 'passed' || of(state) > 0)
    .map((state) => `${String(of(state))} ${state}`)
    .join(', ');
}

/** Where two blanks are what is wrong, both are seen. */
function inline(text: string): string {
  const line = text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .split(/ ( +)/)
    .map((part, at) => (at % 2 === 1 ? ` ${'&nbsp;'.repeat(part.length)}` : escaped(part)))
    .join('');
  return unlinked(line);
}

/** Words of this report itself. */
function own(text: string): string {
  return unlinked(text.replaceAll('$', String.raw`\$`));
}

/**
 * A mention would write to somebody, and the number of an issue be noted there. Both are looked for in what a reader sees, where an entity
 * is its character again: something without width has to stand between.
 */
function unlinked(text: string): string {
  return text.replaceAll('@', '@&#8203;').replaceAll(/(?<!&)#(?=\d)/g, '#&#8203;');
}
