import type { EvalRun } from '../../eval/results.ts';
import { normalRun } from '../../eval/normal-run.ts';
import type { EvalRequest } from '../../eval/run-eval.ts';
import type { Subject } from '../../eval/subject/load-subject.ts';
import { DiagnosticError } from '../diagnostic-error.ts';

/** What a run is of, however it is run. */
export type RunDetails = Omit<EvalRequest, 'concurrency' | 'tests'>;

/** Ends a run of evals whose specs have errors: nothing was measured, and its reports say so, each problem at its place. */
export class BrokenSpecs extends DiagnosticError {
  readonly run: EvalRun;
  readonly sources: Subject['sources'];
  constructor({ diagnostics, traceability, sources }: Subject, request: RunDetails) {
    super(diagnostics);
    this.sources = sources;
    this.run = normalRun({
      version: 1,
      ...request,
      diagnostics,
      traceability,
      total: 0,
      expected: [],
      cases: [],
      errors: [],
      fills: [],
    });
  }
}
