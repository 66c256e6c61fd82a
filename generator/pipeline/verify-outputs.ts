import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import type { Place } from '../diagnostics/place.ts';
import type { OutputFile } from '../format/format-files.ts';
import type { IntegrationPlan } from '../ir/integration.ts';
import { commandChecker } from '../verify/command-checker.ts';
import type { TypeProblem } from '../verify/type-checker.ts';
import { verifyTypes } from '../verify/verify-types.ts';
import { removeLeftoverFolders, temporaryPrefix } from '../write/leftovers.ts';
import { NO_OWN_FILES } from '../write/own-files.ts';
import type { Output } from './output.ts';

export interface VerifiedOutputs {
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of the user's own files in which something was found, by their names in messages. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Outputs in one run of the compiler: most of what it does is shared by then, and it holds a megabyte for each. */
const BATCH = 100;

/**
 * Type-checks all outputs before anything is written; those that fail are left out. Ejected files are checked in the place
 * of generated ones. A problem is reported at its place in the spec, in a file of the user at that file.
 */
export async function verifyOutputs(outputs: readonly Output[], cwd = process.cwd()): Promise<VerifiedOutputs> {
  if (outputs.length === 0) return { outputs, diagnostics: [], sources: new Map() };
  await removeLeftoverFolders(tmpdir());
  const batches: VerifiedOutputs[] = [];
  for (let from = 0; from < outputs.length; from += BATCH)
    batches.push(await verifyBatch(outputs.slice(from, from + BATCH), cwd));
  return {
    outputs: batches.flatMap((batch) => batch.outputs),
    diagnostics: batches.flatMap((batch) => batch.diagnostics),
    sources: new Map(batches.flatMap((batch) => [...batch.sources])),
  };
}

async function verifyBatch(outputs: readonly Output[], cwd: string): Promise<VerifiedOutputs> {
  const staging = await mkdtemp(path.join(tmpdir(), temporaryPrefix()));
  try {
    await Promise.all(outputs.map((output, index) => stage(path.join(staging, String(index)), output)));
    const failed = new Set<number>();
    const sources = new Map<string, string>();
    const find = (file: string): readonly [output: Output | undefined, file: string] => {
      const [index = '', ...rest] = file.split('/');
      return [outputs[Number(index)], rest.join('/')];
    };
    const specPlaceOf = (file: string): Place | undefined => {
      const [output, below] = find(file);
      failed.add(Number(file.split('/')[0]));
      return output && specPlace(output.plan, below);
    };
    const { diagnostics } = await verifyTypes(staging, commandChecker(), specPlaceOf, (problem) => {
      const [output, below] = find(problem.file);
      const own = output && ownReport(output, below, problem, cwd, sources);
      if (own !== undefined && own.length > 0) failed.add(Number(problem.file.split('/')[0]));
      return own;
    });
    const unknown = diagnostics.length > 0 && failed.size === 0;
    return { outputs: outputs.filter((_, index) => !unknown && !failed.has(index)), diagnostics, sources };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function stage(directory: string, output: Output): Promise<void> {
  const { ejected, others } = output.own ?? NO_OWN_FILES;
  const own = [...ejected, ...others].map(([file, text]): OutputFile => ({ path: file, text }));
  const made = new Set<string>();
  for (const file of [...output.files.filter((one) => !ejected.has(one.path)), ...own]) {
    if (!/\.ts$|package\.json$|^test\/.+\.json$/.test(file.path)) continue;
    const target = path.join(directory, file.path);
    const folder = path.dirname(target);
    if (!made.has(folder)) await mkdir(folder, { recursive: true });
    made.add(folder);
    await writeFile(target, file.text);
  }
}

/** Names that are declared and not used: untidy in generated code, the user's business in a file of theirs. */
const UNUSED: ReadonlySet<string> = new Set(['TS6133', 'TS6192', 'TS6196', 'TS6198', 'TS6199', 'TS6205']);

/** What to say of a problem where files of the user have to do with it. */
function ownReport(
  { own = NO_OWN_FILES, outputDir, plan }: Output,
  file: string,
  { line, column, tsCode, message }: TypeProblem,
  cwd: string,
  sources: Map<string, string>,
): readonly Diagnostic[] | undefined {
  if (own.ejected.size === 0) return undefined;
  const nameOf = (below: string): string => displayPath(path.join(outputDir, below), cwd);
  const text = own.ejected.get(file) ?? own.others.get(file);
  if (text === undefined) {
    const ejected = [...own.ejected.keys()].map(nameOf);
    return [diagnostic('FR5011', { file, line, ejected, tsCode, message }, specPlace(plan, file))];
  }
  if (UNUSED.has(tsCode)) return [];
  const name = nameOf(file);
  sources.set(name, text);
  return [
    diagnostic(
      'FR5010',
      { file: name, tsCode, message },
      { file: name, line, column, endLine: line, endColumn: column + 1 },
    ),
  ];
}

/** The part of the spec from which a file was made. */
function specPlace(plan: IntegrationPlan, file: string): Place | undefined {
  const tests = plan.tests.files.find((one) => one.file === file)?.criteria[0]?.place;
  return (
    tests ??
    [...plan.models, ...plan.tables, ...plan.systems, ...plan.mappings, ...plan.logic, ...plan.workflows].find(
      (part) => part.symbol.file === file,
    )?.place
  );
}
