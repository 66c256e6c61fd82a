import path from 'node:path';
import type { CheckedIntegration } from '../check/checked-integration.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { GapContract } from '../gap/contract/contract.ts';
import type { GapEntry } from '../gap/lock/gap-entry.ts';
import { readGaps } from '../gap/lock/read-gaps.ts';
import { unownedFiles } from '../gap/lock/unowned-files.ts';
import type { IntegrationPlan } from '../ir/integration.ts';
import { planIntegration } from '../plan/plan-integration.ts';
import { checkSpecs } from './check-specs.ts';

/** The gaps of some specs. */
export interface GapsReport {
  readonly integrations: readonly IntegrationGaps[];
  /** Those of the specs, and those of the gaps' files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether a spec has errors, so that gaps may be missing here. */
  readonly incomplete: boolean;
  readonly sources: ReadonlyMap<string, string>;
  /** How many spec files were found. */
  readonly specs: number;
}

/** The gaps of one integration. */
export interface IntegrationGaps {
  readonly name: string;
  readonly specFile: string;
  readonly gaps: readonly GapEntry[];
  /** Warnings of files beside the spec that are of none of its gaps. */
  readonly unowned: readonly Diagnostic[];
}

/** Reads specs and the files that fill their gaps. Writes nothing, throws nothing for a user's mistake. */
export async function findGaps(inputs: readonly string[], options: { readonly cwd: string }): Promise<GapsReport> {
  const report = await checkSpecs(inputs, options);
  const integrations: IntegrationGaps[] = [];
  for (const checked of report.integrations) {
    const { name } = checked.loaded.spec;
    const plan = planIntegration(checked, path.join(options.cwd, 'out', name));
    const gaps = await gapsOf(plan, checked, options.cwd);
    const unowned = await unownedFiles(checked.loaded.path, name, gaps, options.cwd);
    integrations.push({ name, specFile: checked.loaded.file, gaps, unowned });
  }
  const gaps = integrations.flatMap((one) => one.gaps);
  return {
    integrations,
    diagnostics: sortDiagnostics([
      ...report.diagnostics,
      ...gaps.flatMap(({ diagnostics }) => diagnostics),
      ...integrations.flatMap(({ unowned }) => unowned),
    ]),
    incomplete: hasErrors(report.diagnostics),
    sources: new Map([...report.sources, ...gaps.flatMap((gap) => sourcesOf(gap))]),
    specs: report.specs,
  };
}

/** The gaps of an integration, read from beside its spec; its contracts are made here where they are not given. */
export async function gapsOf(
  plan: IntegrationPlan,
  { loaded }: CheckedIntegration,
  cwd: string,
  contracts?: readonly GapContract[],
): Promise<readonly GapEntry[]> {
  const named = new Set(Object.keys(loaded.spec.logic ?? {}));
  return await readGaps({ plan, spec: loaded.path, named, cwd, ...(contracts !== undefined && { contracts }) });
}

/** The texts in which something was found wrong, by their names in messages. */
function sourcesOf({ diagnostics, texts }: GapEntry): readonly (readonly [string, string])[] {
  return diagnostics.flatMap(({ place }) => {
    const text = place === undefined ? undefined : texts.get(place.file);
    return place === undefined || text === undefined ? [] : [[place.file, text] as const];
  });
}
