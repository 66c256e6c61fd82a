import { checkSpec } from '../../check/check-spec.ts';
import type { Data } from '../../data/data.ts';
import { emitIntegration } from '../../emit/emit-integration.ts';
import { loadSpecs } from '../../load/load-specs.ts';
import type { LoadedSpec } from '../../load/load-spec.ts';
import { validateSpec } from '../../load/schema/validate-spec.ts';
import { parseData, parseText } from '../../load/text/parse-text.ts';
import { specOrigins } from '../../pipeline/spec-origins.ts';
import { snapshotName, snapshotText, specSnapshot } from '../../pipeline/spec-snapshot.ts';
import { planIntegration } from '../../plan/plan-integration.ts';
import { manifestName } from '../../write/manifest.ts';
import { repository } from '../repository.ts';

/** Every example and every template, loaded. */
export async function loadedExamples(): Promise<readonly LoadedSpec[]> {
  const { specs, diagnostics } = await loadSpecs(['spec/examples', 'spec/templates'], { cwd: repository });
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return specs;
}

/** The same spec with another content, and its files with other contents; undefined where the content is not valid. JSON is YAML, too. */
export async function withContent(
  loaded: LoadedSpec,
  spec: unknown,
  filesOf: (data: Data) => unknown = (data) => data,
): Promise<LoadedSpec | undefined> {
  const text = JSON.stringify(spec, undefined, 1);
  const { data = null, place } = parseText(loaded.file, text);
  const validated = await validateSpec(data, place);
  if (!('spec' in validated)) return undefined;
  const files = [...loaded.files].map(([path, file]) => {
    const read = parseData(file.file, JSON.stringify(filesOf(file.data)));
    return [path, { ...file, data: read.data ?? null, place: read.place }] as const;
  });
  return { ...loaded, spec: validated.spec, text, place, files: new Map(files) };
}

/**
 * The files of an output by their paths, neither formatted nor type-checked, which is what takes time and decides nothing;
 * of the manifest what the files were made from. Undefined where the spec has errors.
 */
export async function compile(loaded: LoadedSpec): Promise<ReadonlyMap<string, string> | undefined> {
  const { checked } = checkSpec(loaded);
  if (checked === undefined) return undefined;
  const plan = planIntegration(checked, `${repository}/out/${loaded.spec.name}`);
  const files = await emitIntegration(plan);
  return new Map([
    ...files.map(({ path, text }) => [path, text] as const),
    [snapshotName, snapshotText(specSnapshot(loaded))],
    [
      manifestName,
      JSON.stringify([...specOrigins(plan, checked)].toSorted(([one], [other]) => (one < other ? -1 : 1))),
    ],
  ]);
}
