import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import type { GapProblem } from '../problem.ts';
import { writeReason } from '../../write/write-problem.ts';
import { failureDiagnostic } from '../provider/failure-diagnostic.ts';
import type { Budget } from './budget.ts';
import type { FillOutcome } from './fill-outcome.ts';
import { gapName } from './fill-target.ts';

/** What kept gaps from being filled, each at its place in the spec; once what has one reason for many. */
export function fillDiagnostics(
  outcomes: readonly FillOutcome[],
  budget: Pick<Budget, 'limit' | 'spent'>,
): readonly Diagnostic[] {
  const unaffordable = outcomes.filter(({ end }) => end.kind === 'left' && end.why === 'budget');
  return [
    ...once(outcomes.flatMap((outcome) => diagnosticOf(outcome) ?? [])),
    ...(unaffordable.length === 0
      ? []
      : [
          diagnostic('FR7402', {
            budget: dollars(budget.limit ?? 0),
            spent: dollars(budget.spent()),
            gaps: unaffordable.map(({ target }) => gapName(target)),
          }),
        ]),
  ];
}

/** What is no matter of one gap, a key that is missing, say, is told once. */
function once(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set<string>();
  return diagnostics.filter(({ code, message, place }) => {
    if (place !== undefined) return true;
    const text = `${code} ${message}`;
    return told.has(text) ? false : told.add(text);
  });
}

function diagnosticOf({ target, end, tries }: FillOutcome): Diagnostic | undefined {
  const { gap, place } = target.contract;
  switch (end.kind) {
    case 'filled':
    case 'left':
      return undefined;
    case 'gaveUp':
      return diagnostic('FR7404', { gap, tries, problem: inWords(end.problems) }, place);
    case 'contradiction':
      return diagnostic('FR7403', { gap, reason: shown(end.reason) }, place);
    case 'refused':
      return diagnostic('FR7405', { gap }, place);
    case 'truncated':
      return diagnostic('FR7406', { gap, tokens: end.maxTokens }, place);
    case 'failed':
      return failureDiagnostic(
        { ...end.failure, message: shown(end.failure.message) },
        end.failure.fatal ? undefined : place,
      );
    case 'crashed':
      return diagnostic('FR9001', { stage: `gaps fill (${gap})`, reason: shown(reasonOf(end.error)) });
    case 'unwritten':
      return diagnostic('FR7408', { gap, reason: shown(writeReasonOf(end.error)) }, place);
  }
}

/** The operating system's reasons in words, any other as it is said. */
function writeReasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? writeReason(error) : reasonOf(error);
}

/** The first problem, and how many more there are. */
function inWords(problems: readonly GapProblem[]): string {
  const [first] = problems;
  if (first === undefined) return 'nothing is known of it';
  const more = problems.length === 1 ? '' : ` (and ${String(problems.length - 1)} more)`;
  return shown(`${first.message}${more}`);
}

function dollars(amount: number): string {
  return `$${amount.toFixed(amount < 1 ? 4 : 2)}`;
}

const LONGEST = 400;

/** Words of a model or a server: on one line, nothing in them that steers a terminal, and no book. */
function shown(text: string): string {
  const line = printable(text.replaceAll(/\s+/g, ' ').trim());
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
