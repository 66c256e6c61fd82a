import type { Problem } from '../problem.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Ends the compilation of one expression: what is wrong with it, or nothing where that has been said already. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('refused');
    this.problems = problems;
  }
}

/** What cannot be compiled, why, and what to write instead. */
export function refuse({ from, to }: Span, what: string, reason: string, fix: string): never {
  throw new Refusal([{ what: 'jsonata', from, to, detail: what, reason, fix }]);
}

/** A value of another type than JSONata would take. */
export function refuseType({ from, to }: Span, found: string, wanted: string, fix?: string): never {
  throw new Refusal([{ what: 'type', from, to, found, wanted, ...(fix !== undefined && { fix }) }]);
}
