import type { GapContract } from '../contract/contract.ts';
import type { GapProblem } from '../problem.ts';

/** A body as it was given and as it is checked: the contract's types before it, in one file. */
export interface Body {
  readonly contract: GapContract;
  /** As given, with its line breaks as `\n`. */
  readonly code: string;
  /** What stands before the body in the file that is checked. */
  readonly types: string;
  /** As long as `code` in lines: the body without the contract's declarations, in the form that is kept. */
  readonly text: string;
  /** The same with a proof at each claim, as it is type-checked. */
  readonly checked: string;
}

/** A problem at an offset in the body. */
export interface Finding {
  readonly at: number;
  readonly message: string;
  readonly fix: string;
  readonly check?: 'static' | 'types';
}

/** Collects what is wrong; positions are of the file that is checked. */
export type Report = (at: number, message: string, fix: string) => void;

/** Findings as problems, in the order of their places, each once. */
export function problemsOf(findings: readonly Finding[], text: string): GapProblem[] {
  const seen = new Set<string>();
  const problems: GapProblem[] = [];
  for (const finding of findings.toSorted((a, b) => a.at - b.at)) {
    const { line, column } = positionOf(text, finding.at);
    // Rules and TypeScript often say the same of one place: told once is enough.
    const place = `${String(line)}:${String(column)}`;
    const told = [`${place}:${finding.message}`, `${place}:${finding.fix}`];
    if (told.some((one) => seen.has(one))) continue;
    for (const one of told) seen.add(one);
    problems.push({ check: finding.check ?? 'static', message: finding.message, fix: finding.fix, line, column });
  }
  return problems;
}

function positionOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, at));
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - start + 1 };
}
