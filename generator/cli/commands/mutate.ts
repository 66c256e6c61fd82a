import { checkSpec } from '../../check/check-spec.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { paintFor } from '../../diagnostics/render/colour.ts';
import { loadSpecs } from '../../load/load-specs.ts';
import { shareOf } from '../../mutation/fate.ts';
import { judgeMutations, type JudgeReport } from '../../mutation/judge.ts';
import { MUTATION_KINDS, type MutationKind } from '../../mutation/kinds.ts';
import { EXIT, exitCodeOf, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { mutationProgress } from '../render/mutation-progress.ts';
import { mutationsJson, renderMutations } from '../render/mutation-report.ts';
import { writeDiagnostics } from '../render/write-diagnostics.ts';
import { writeJson } from '../render/write-json.ts';
import { runTests } from '../test/run-tests.ts';

export interface MutateOptions {
  /** All where absent. */
  readonly kinds?: readonly MutationKind[];
  /** Percent. */
  readonly atLeast?: number;
}

/** `flowright mutate [specs…]` */
export async function mutateCommand(
  inputs: readonly string[],
  { kinds = MUTATION_KINDS, atLeast = 0 }: MutateOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { stdout, cwd } = context.io;
  const loaded = await loadSpecs(inputs.length === 0 ? ['.'] : inputs, { cwd });
  const problems = [...loaded.diagnostics, ...loaded.specs.flatMap((spec) => checkSpec(spec).diagnostics)];
  if (hasErrors(problems)) {
    writeDiagnostics(problems, context, loaded.sources);
    return exitCodeOf(problems);
  }
  const progress = mutationProgress(context);
  let report: JudgeReport;
  try {
    report = await judgeMutations(loaded.specs, {
      cwd,
      kinds: new Set(kinds),
      run: (folders) => failingCriteria(folders, cwd),
      progress: progress.stage,
    });
  } finally {
    progress.end();
  }
  if (hasErrors(report.diagnostics)) {
    writeDiagnostics(report.diagnostics, context, loaded.sources);
    return exitCodeOf(report.diagnostics);
  }
  if (context.json) writeJson(stdout, mutationsJson(report.specs, atLeast));
  else stdout.write(renderMutations(report.specs, loaded.sources, atLeast, paintFor(stdout)));
  const share = shareOf(report.specs.flatMap(({ judged }) => judged));
  const red = report.specs.some(({ failing }) => failing.length > 0);
  return red || (share !== undefined && share < atLeast) ? EXIT.failed : EXIT.ok;
}

async function failingCriteria(
  folders: readonly string[],
  cwd: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const tested = await runTests(folders, cwd, { shared: true });
  return new Map(
    tested.map(({ folder, criteria }) => [
      folder,
      criteria.filter(({ state }) => state === 'failed').map(({ id, file }) => id ?? file),
    ]),
  );
}
