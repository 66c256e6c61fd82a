import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { importIntegration } from '../../cli/dev/import-integration.ts';
import { loadSpecs } from '../../load/load-specs.ts';
import { buildSpecs } from '../../pipeline/build-specs.ts';
import { casesOf } from '../cases/cases-of.ts';
import type { RecordedCase } from '../cases/recorded-case.ts';
import type { BuiltCase } from './judge-case.ts';

export interface BuiltCases {
  readonly built: readonly BuiltCase[];
  /** Cases that no spec is for. */
  readonly without: readonly RecordedCase[];
  /** Cases whose spec was not built; the diagnostics say why. */
  readonly broken: readonly RecordedCase[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** Removes what was built. */
  remove(): Promise<void>;
}

/** Builds the specs of cases in a folder of their own. */
export async function buildCases(cases: readonly RecordedCase[], specs: string, cwd: string): Promise<BuiltCases> {
  const loaded = await loadSpecs([specs], { cwd });
  const found = casesOf(loaded.specs, cases);
  const wanted = loaded.specs.filter(({ spec }) => found.has(spec.name));
  const folder = await mkdtemp(path.join(tmpdir(), 'flowright-conformance-'));
  const report = await buildSpecs(
    wanted.map((one) => one.path),
    { cwd, outDir: folder, cache: false },
  );
  const built: BuiltCase[] = [];
  for (const { name, outputDir, gaps } of report.integrations) {
    const spec = wanted.find((one) => one.spec.name === name);
    const recorded = found.get(name);
    if (spec === undefined || recorded === undefined) continue;
    const integration = await importIntegration(outputDir, cwd);
    built.push({
      recorded,
      loaded: spec,
      integration,
      gaps: gaps.map(({ gap }) => gap),
      text: loaded.sources.get(spec.file) ?? '',
    });
  }
  const known = new Set(found.values());
  const done = new Set(built.map(({ recorded }) => recorded));
  return {
    built,
    without: cases.filter((one) => !known.has(one)),
    broken: cases.filter((one) => known.has(one) && !done.has(one)),
    diagnostics: [...loaded.diagnostics, ...report.diagnostics],
    sources: new Map([...loaded.sources, ...report.sources]),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
