import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LoadedSpec } from '../load/load-spec.ts';
import type { Output } from '../pipeline/output.ts';
import { verifyOutputs } from '../pipeline/verify-outputs.ts';
import { temporaryPrefix } from '../write/leftovers.ts';
import { adviceFor } from './advice.ts';
import { buildCases, casesOf, type BuiltCases, type Case } from './cases.ts';
import type { Fate, Judged, JudgedSpec } from './fate.ts';
import { codeOf } from './mutant.ts';
import type { MutationKind } from './kinds.ts';
import { removeTested, writeTested } from './write-tested.ts';

/** Runs the tests of outputs; names the criteria that fail, by the folder of the output. */
export type RunCriteria = (folders: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

export type MutationStage = 'build' | 'verify' | 'test';

export interface JudgeOptions {
  readonly cwd: string;
  /** Only parts of these kinds are deleted. */
  readonly kinds: ReadonlySet<MutationKind>;
  readonly run: RunCriteria;
  /** How many of all a stage has done. */
  readonly progress?: (stage: MutationStage, done: number, all: number) => void;
}

export interface JudgeReport {
  readonly specs: readonly JudgedSpec[];
  /** What keeps specs from being judged at all: the code of one does not type-check as it stands. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Outputs whose tests run in one go; each costs memory until its end. */
const BATCH = 60;

/**
 * Deletes each part of each spec for itself, and finds out what notices: a diagnostic, the type check, or a criterion, asked
 * in this order. All is generated anew without the part, the mock systems and the tests, too, as if somebody had forgotten
 * it. Writes only into a folder for temporary files, which it removes. The specs must be without errors.
 */
export async function judgeMutations(specs: readonly LoadedSpec[], options: JudgeOptions): Promise<JudgeReport> {
  const { cwd, kinds, progress = () => undefined } = options;
  const root = await mkdtemp(path.join(tmpdir(), temporaryPrefix()));
  try {
    const cases = specs.flatMap((loaded, index) => casesOf(loaded, path.join(root, String(index)), kinds));
    const built = await buildCases(cases, (done, all) => progress('build', done, all));
    progress('verify', 0, built.outputs.length);
    const verified = await verifyOutputs(built.outputs, cwd);
    const typed = new Set(verified.outputs);
    if ([...built.originals.values()].some((output) => !typed.has(output)))
      return { specs: [], diagnostics: verified.diagnostics };
    const failing = await failingOf(verified.outputs, options);
    return { specs: specs.map((loaded) => judgedSpec(loaded, cases, { ...built, typed, failing })), diagnostics: [] };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** The criteria that fail, by folder. */
async function failingOf(
  outputs: readonly Output[],
  { run, progress = () => undefined }: JudgeOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const failing = new Map<string, readonly string[]>();
  for (let from = 0; from < outputs.length; from += BATCH) {
    progress('test', from, outputs.length);
    const folders = await Promise.all(outputs.slice(from, from + BATCH).map(writeTested));
    for (const [folder, criteria] of await run(folders)) failing.set(folder, criteria);
    await Promise.all(folders.map(removeTested));
  }
  return failing;
}

interface Results extends BuiltCases {
  /** Those that type-check. */
  readonly typed: ReadonlySet<Output>;
  readonly failing: ReadonlyMap<string, readonly string[]>;
}

function judgedSpec(loaded: LoadedSpec, cases: readonly Case[], results: Results): JudgedSpec {
  const own = cases.filter((one) => one.loaded === loaded);
  const failing = own.flatMap((one) => (one.mutation === undefined ? (results.failing.get(one.folder) ?? []) : []));
  const judged = failing.length > 0 ? [] : own.flatMap((one) => judgedCase(one, results));
  return { file: loaded.file, name: loaded.spec.name, failing, judged: judged.toSorted(byPlace) };
}

function judgedCase(one: Case, results: Results): readonly Judged[] {
  const { loaded, mutation } = one;
  if (mutation === undefined) return [];
  const item = typeof mutation.path.at(-1) === 'number';
  const place = loaded.place(mutation.path, { on: item ? 'value' : 'key' });
  const fate = fateOf(one, results) ?? { by: 'nobody', advice: adviceFor(mutation, loaded.spec) };
  return [{ mutation, place, fate }];
}

/** What noticed, if anything did. */
function fateOf(one: Case, { mutants, originals, outputs, typed, failing }: Results): Fate | undefined {
  const made = mutants.get(one);
  if (made === undefined || !('output' in made)) return { by: 'diagnostic', diagnostics: made?.diagnostics ?? [] };
  if (outputs.includes(made.output) && !typed.has(made.output)) return { by: 'type check' };
  const criteria = failing.get(one.folder) ?? [];
  if (criteria.length > 0) return { by: 'criterion', criteria };
  const first = originals.get(one.loaded);
  return first !== undefined && codeOf(made.output) === codeOf(first) ? { by: 'same code' } : undefined;
}

function byPlace({ place }: Judged, { place: other }: Judged): number {
  return place.line - other.line || place.column - other.column;
}
