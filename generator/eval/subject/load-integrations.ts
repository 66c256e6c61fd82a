import path from 'node:path';
import type { CheckedIntegration } from '../../check/checked-integration.ts';
import { hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { emitIntegration } from '../../emit/emit-integration.ts';
import { formatFiles } from '../../format/format-files.ts';
import { contractsOf } from '../../gap/contract/contracts-of.ts';
import { checkSpecs } from '../../pipeline/check-specs.ts';
import { planIntegration } from '../../plan/plan-integration.ts';
import type { EvalIntegration } from './integration.ts';
import { transcriptTests } from '../workflows/transcript-tests.ts';

export interface LoadedIntegrations {
  readonly integrations: readonly EvalIntegration[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** Specs as evals need them. With an error in one of them, there are none: cases would be missing, and nobody would see it. */
export async function loadIntegrations(inputs: readonly string[], cwd: string): Promise<LoadedIntegrations> {
  const { integrations, diagnostics, sources } = await checkSpecs(inputs, { cwd });
  if (hasErrors(diagnostics)) return { integrations: [], diagnostics, sources };
  const made: EvalIntegration[] = [];
  const problems: Diagnostic[] = [];
  for (const checked of integrations) {
    const one = await make(checked, cwd);
    made.push(one.integration);
    problems.push(...one.diagnostics);
  }
  return { integrations: hasErrors(problems) ? [] : made, diagnostics: [...diagnostics, ...problems], sources };
}

async function make(
  checked: CheckedIntegration,
  cwd: string,
): Promise<{ readonly integration: EvalIntegration; readonly diagnostics: readonly Diagnostic[] }> {
  const { name } = checked.loaded.spec;
  const plan = planIntegration(checked, path.join(cwd, 'out', name));
  const rubrics = rubricsOf(checked);
  const emitted = [...(await emitIntegration(plan)), ...transcriptTests(checked, rubrics)];
  // The formatter has threads of its own: contracts are made while it works.
  const [{ files, diagnostics }, contracts] = await Promise.all([
    formatFiles(emitted.filter((file) => isTested(file.path))),
    contractsOf(plan),
  ]);
  return { integration: { checked, plan, contracts, files, rubrics }, diagnostics };
}

function isTested(file: string): boolean {
  return file.startsWith('src/') || file.startsWith('test/') || file === 'package.json';
}

function rubricsOf({ loaded }: CheckedIntegration): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(loaded.spec.workflows).flatMap(([id, { acceptanceCriteria = [] }]) =>
      acceptanceCriteria.flatMap(({ id: criterion, judge }) =>
        judge === undefined ? [] : [[`${id}#${criterion}`, judge] as const],
      ),
    ),
  );
}
