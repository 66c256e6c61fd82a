import { gapsOf } from '../../pipeline/find-gaps.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import type { LabParts } from '../lab/lab-parts.ts';
import type { EvalSubject } from '../run-eval.ts';
import { suiteOf } from '../suite/suite-of.ts';
import { traceabilityOf } from '../traceability/traceability-of.ts';
import { committedFills } from './committed-fills.ts';
import type { EvalIntegration } from './integration.ts';
import { loadIntegrations } from './load-integrations.ts';
import { logicOf } from './logic-of.ts';

export interface Subject extends EvalSubject {
  readonly integrations: readonly EvalIntegration[];
  /** With the attachments that their fills were given. */
  readonly gaps: readonly GapEntry[];
  readonly sources: ReadonlyMap<string, string>;
}

/** All that the specs say, and how their committed fills stand. */
export async function loadSubject(
  inputs: readonly string[],
  { cwd, out, judge }: { readonly cwd: string; readonly out: string; readonly judge: LabParts['judge'] },
): Promise<Subject> {
  const { integrations, diagnostics, sources } = await loadIntegrations(inputs, cwd);
  const gaps = (
    await Promise.all(integrations.map(({ plan, checked, contracts }) => gapsOf(plan, checked, cwd, contracts)))
  ).flat();
  const problems = [...diagnostics, ...gaps.flatMap((gap) => gap.diagnostics)];
  const suite = suiteOf(
    integrations.map((one) => ({
      name: one.plan.name,
      tests: one.plan.tests,
      contracts: one.contracts,
      rubrics: one.rubrics,
      gapsOf: (workflow: string) =>
        one.plan.workflows
          .filter(({ id }) => id === workflow)
          .flatMap(({ symbol }) => logicOf(one, symbol.file).map(({ id }) => id)),
    })),
  );
  const fills = hasErrors(diagnostics) ? [] : await committedFills(gaps, judge);
  const filled = new Map(fills.flatMap(({ row, file }) => (file === undefined ? [] : [[row.gap, file] as const])));
  return {
    integrations,
    gaps,
    sources: new Map([...sources, ...gaps.flatMap(({ texts }) => [...texts])]),
    suite,
    fills: fills.map(({ row }) => row),
    diagnostics: problems,
    traceability: integrations.flatMap((one) => traceabilityOf(one, out, filled)),
  };
}
