import path from 'node:path';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { findSpecs } from '../load/source/find-specs.ts';
import { writeOutput } from '../write/write-output.ts';
import type { BuildReport, BuiltIntegration, RefusedOutput } from './build-report.ts';
import { tidyRecords, type BuildPlace } from './cache/build-record.ts';
import { cachedBuild, rememberBuild, type CachedBuild } from './cache/cached-build.ts';
import { openGaps } from './gap-report.ts';
import type { MadeOutputs, MakeOptions } from './make-outputs.ts';
import type { Output } from './output.ts';
import { writeOptions } from './write-options.ts';

export interface BuildOptions extends MakeOptions {
  /** Overwrite what was edited by hand. */
  readonly force?: boolean;
  /** Leave out what is as the last build left it; true where absent. */
  readonly cache?: boolean;
}

/**
 * Builds specs: files, directories or globs. An integration whose spec has errors, or whose code does not type-check,
 * keeps its previous output; the others are built all the same. Nothing is thrown for a user's mistake.
 */
export async function buildSpecs(inputs: readonly string[], options: BuildOptions): Promise<BuildReport> {
  const { cache = true, force = false } = options;
  const started = performance.now();
  const place = { cwd: path.resolve(options.cwd), outDir: path.resolve(options.cwd, options.outDir) };
  const found = await findSpecs(inputs, place.cwd);
  await tidyRecords(place);
  const cached = new Map<string, CachedBuild>();
  for (const spec of cache && !force ? found.paths : []) {
    const known = await cachedBuild(spec, place);
    if (known !== undefined) cached.set(spec, known);
  }
  const spent = performance.now() - started;
  const rest = found.paths.filter((spec) => !cached.has(spec));
  const fresh = await buildFresh(rest, place, options);
  const names = new Set(Array.from(cached.values(), ({ built }) => built.name));
  // Two specs of one name: only a build of both can say so.
  if (fresh.names.some((name) => names.has(name))) return await buildSpecs(inputs, { ...options, cache: false });
  const built = new Map([...Array.from(cached, ([spec, one]) => [spec, one.built] as const), ...fresh.built]);
  const { made } = fresh;
  const known = [...cached.values()];
  return {
    integrations: found.paths.flatMap((spec) => built.get(spec) ?? []),
    refused: fresh.refused,
    diagnostics: sortDiagnostics([
      ...found.diagnostics,
      ...known.flatMap((one) => one.diagnostics),
      ...made.diagnostics,
      ...fresh.diagnostics,
    ]),
    sources: new Map([...known.flatMap((one) => [...one.sources]), ...made.sources]),
    specs: made.specs + cached.size,
    timings: {
      ...(cached.size > 0 && { cache: spent }),
      ...made.timings,
      ...(rest.length > 0 && { write: fresh.writing }),
    },
  };
}

interface FreshBuilds {
  readonly made: Omit<MadeOutputs, 'outputs'>;
  readonly names: readonly string[];
  /** By the absolute paths of their specs. */
  readonly built: ReadonlyMap<string, BuiltIntegration>;
  readonly refused: readonly RefusedOutput[];
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds. */
  readonly writing: number;
}

const NOTHING: MadeOutputs = { outputs: [], diagnostics: [], sources: new Map(), specs: 0, timings: {} };

async function buildFresh(specs: readonly string[], place: BuildPlace, options: BuildOptions): Promise<FreshBuilds> {
  // What the stages are made of takes longer to load than to see that nothing changed.
  const make = specs.length === 0 ? undefined : (await import('./make-outputs.ts')).makeOutputs;
  const made = make === undefined ? NOTHING : await make(specs, options);
  if (specs.length > 0) options.progress?.stage('write', made.outputs.length);
  const started = performance.now();
  const built = new Map<string, BuiltIntegration>();
  const refused: RefusedOutput[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const output of made.outputs) {
    const { plan, outputDir, files, checked } = output;
    const result = await writeOutput(outputDir, files, writeOptions(output, place.cwd, options.force));
    diagnostics.push(...result.diagnostics);
    if (result.refused.length > 0) refused.push({ name: plan.name, outputDir, changes: result.refused });
    if (hasErrors(result.diagnostics)) continue;
    const one = describe(output, result);
    built.set(checked.loaded.path, one);
    if (result.diagnostics.length === 0) await remember(output, one, result.manifest, made, place);
  }
  const names = made.outputs.map(({ plan }) => plan.name);
  return { made, names, built, refused, diagnostics, writing: performance.now() - started };
}

function describe(
  output: Output,
  { written, unchanged, removed, ejected }: Awaited<ReturnType<typeof writeOutput>>,
): BuiltIntegration {
  const { plan, checked, outputDir } = output;
  const gaps = openGaps(output, ejected);
  return { name: plan.name, specFile: checked.loaded.file, outputDir, written, unchanged, removed, ejected, gaps };
}

/** For the next build; with the warnings of the spec's own files. */
async function remember(
  { checked, inputs: more = new Map() }: Output,
  built: BuiltIntegration,
  manifest: string,
  { sources, diagnostics }: MadeOutputs,
  place: BuildPlace,
): Promise<void> {
  const { loaded } = checked;
  const files = [{ path: loaded.path, file: loaded.file }, ...loaded.files.values()];
  const own = new Set(files.map(({ file }) => file));
  const inputs = files.flatMap(({ path: input, file }) => {
    const text = sources.get(file);
    return text === undefined ? [] : [[input, text] as const];
  });
  if (inputs.length !== files.length || diagnostics.some((one) => isDoubt(one, own))) return;
  const warnings = diagnostics.filter((one) => one.place !== undefined && own.has(one.place.file));
  await rememberBuild(loaded.path, place, {
    built,
    manifest,
    inputs: new Map([...inputs, ...more]),
    diagnostics: warnings,
  });
}

/** An error that may be this spec's: in one of its files, without a place, or in a file that is no spec, which may not have been read to its end. */
function isDoubt({ severity, place }: Diagnostic, own: ReadonlySet<string>): boolean {
  return (
    severity === 'error' &&
    (place === undefined || own.has(place.file) || !/\.integration\.(?:yaml|yml|json)$/.test(place.file))
  );
}
