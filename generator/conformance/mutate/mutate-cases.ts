import { paintFor } from '../../diagnostics/render/colour.ts';
import { renderMutations } from '../../cli/render/mutation-report.ts';
import { loadSpecs } from '../../load/load-specs.ts';
import { judgeMutations } from '../../mutation/judge.ts';
import type { MutationKind } from '../../mutation/kinds.ts';
import { casesOf } from '../cases/cases-of.ts';
import type { RecordedCase } from '../cases/recorded-case.ts';
import { modelIds } from '../run/model-ids.ts';
import { failCase } from './fail-case.ts';

const KINDS: ReadonlySet<MutationKind> = new Set([
  'row',
  'guard',
  'pagination',
  'step',
  'when',
  'default',
  'pipe',
  'errors',
]);

/** Deletes each row, guard, step and pagination line of each case's spec, and prints what neither recording nor criterion misses. */
export async function mutateCases(cases: readonly RecordedCase[], specs: string, cwd: string): Promise<string> {
  const loaded = await loadSpecs([specs], { cwd });
  const found = casesOf(loaded.specs, cases);
  const wanted = loaded.specs.filter(({ spec }) => found.has(spec.name));
  const ids = new Map(wanted.map(({ spec }) => [spec.name, modelIds(spec)]));
  const report = await judgeMutations(wanted, {
    cwd,
    kinds: KINDS,
    run: failCase(found, ids, cwd),
    progress: (stage, done, all) => {
      if (stage !== 'build' || done === 0) process.stderr.write(`${stage}: ${String(done)} of ${String(all)} …\n`);
    },
  });
  return renderMutations(report.specs, loaded.sources, 0, paintFor(process.stdout));
}
