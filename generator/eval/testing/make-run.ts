import type { EvalAssertion, EvalCase, EvalRepeat, EvalRun, ExpectedCase } from '../results.ts';

/** Made-up runs for tests of the gate and of the reports: nobody asked a model for any of it. */
export interface MadeCase {
  readonly id: string;
  readonly must?: boolean;
  readonly kind?: ExpectedCase['kind'];
  readonly text?: string;
  /** Whether each repeat passed. */
  readonly passed: readonly boolean[];
  readonly reason?: string;
}

export function makeRun(made: readonly MadeCase[], more: Partial<EvalRun> = {}): EvalRun {
  return {
    version: 1,
    prompt: 'fill@v1',
    promptHash: 'a'.repeat(64),
    promptFiles: [{ file: 'prompts/fill/v1/fill.hbs', text: 'Write {{functionName}}.\n' }],
    model: 'unspecified',
    mode: 'replay',
    repeats: made[0]?.passed.length ?? 1,
    total: made.length,
    expected: made.map(expectedCase),
    cases: made.map(ranCase),
    errors: [],
    fills: [],
    diagnostics: [],
    traceability: [],
    ...more,
  };
}

/** As many cases as rates, `passed` of five each. */
export function cases(passed: readonly number[], repeats = 5): readonly MadeCase[] {
  return passed.map((count, at) => ({
    id: `shop/gap${String(at)}`,
    passed: Array.from({ length: repeats }, (_, repeat) => repeat < count),
  }));
}

function expectedCase({ id, must = true, kind = 'gap', text }: MadeCase): ExpectedCase {
  return {
    id,
    kind,
    must,
    text: text ?? `what ${id} does`,
    metrics: [
      { metric: `${id}#static`, must: false },
      { metric: `${id}#visible`, must: false },
    ],
  };
}

function ranCase({ id, must = true, kind = 'gap', passed, reason }: MadeCase): EvalCase {
  return { id, kind, must, repeats: passed.map((one, repeat) => ranRepeat(id, repeat, one, reason)) };
}

function ranRepeat(id: string, repeat: number, passed: boolean, reason = 'expected 3, got 4'): EvalRepeat {
  const assertion = (name: string, holds: boolean): EvalAssertion => ({
    metric: `${id}#${name}`,
    passed: holds,
    must: false,
    weight: 1,
    ...(!holds && { reason }),
  });
  return {
    repeat,
    assertions: [assertion('static', true), assertion('visible', passed)],
    usage: { input: 400, output: 120 },
    cost: 0.01 + (id.length % 7) / 1000,
    latency: 900 + repeat * 40 + (id.length % 5) * 300,
    body: `export function of(input: Input): number {\n  return input.amount > 500 ? 2 : 1;\n}\n`,
  };
}

/** The run with one case's repeats changed. */
export function changeRepeats(run: EvalRun, id: string, change: (repeat: EvalRepeat) => EvalRepeat): EvalRun {
  return {
    ...run,
    cases: run.cases.map((one) => (one.id === id ? { ...one, repeats: one.repeats.map(change) } : one)),
  };
}
