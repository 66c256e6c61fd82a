import { checkSpec, type CheckResult } from '../check/check-spec.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { emitIntegration } from '../emit/emit-integration.ts';
import type { OutputFile } from '../format/format-files.ts';
import type { LoadedSpec } from '../load/load-spec.ts';
import { validateSpec } from '../load/schema/validate-spec.ts';
import { parseText } from '../load/text/parse-text.ts';
import type { LogicPlan } from '../ir/logic.ts';
import { fillOutputs } from '../pipeline/fill-outputs.ts';
import { planIntegration } from '../plan/plan-integration.ts';
import type { Output } from '../pipeline/output.ts';
import type { Mutation } from './mutation.ts';

const VERSION = 'mutation';

/** The files of filled gaps, by the gaps' names. */
export type Fills = ReadonlyMap<string, LogicPlan['fill']>;

/** A spec without one of its parts, as far as it could be built; nothing is type-checked or written yet. */
export type Mutant = { readonly output: Output } | { readonly diagnostics: readonly Diagnostic[] };

/** The spec as it is, on its way into `outputDir`. */
export async function originalOf(loaded: LoadedSpec, outputDir: string): Promise<Mutant> {
  const result = checkSpec(loaded);
  if (result.checked === undefined) return refused(result);
  const plan = planIntegration(result.checked, outputDir);
  const { outputs } = await fillOutputs([{ checked: result.checked, plan, outputDir, files: [] }], outputDir);
  const fills = new Map(outputs[0]?.plan.logic.map(({ id, fill }) => [id, fill]));
  return await emitted(result, outputDir, fills);
}

/** What a build makes of the spec without the part; errors are at their places in the spec as it is. */
export async function mutantOf(
  loaded: LoadedSpec,
  mutation: Mutation,
  outputDir: string,
  fills: Fills = new Map(),
): Promise<Mutant> {
  const { data = null } = parseText(loaded.file, loaded.text);
  const place: LoadedSpec['place'] = (path, options) => loaded.place(mutation.origin(path), options);
  const validated = await validateSpec(mutation.apply(data), place);
  if (!('spec' in validated)) return validated;
  return await emitted(checkSpec({ ...loaded, spec: validated.spec, place }), outputDir, fills);
}

async function emitted(result: CheckResult, outputDir: string, fills: Fills): Promise<Mutant> {
  const { checked } = result;
  if (checked === undefined) return refused(result);
  const planned = planIntegration(checked, outputDir);
  const logic = planned.logic.map((one) => {
    const fill = fills.get(one.id);
    return fill === undefined ? one : { ...one, fill };
  });
  // The version is a hash of the spec: it would make all code different.
  const plan = { ...planned, logic, version: VERSION };
  return { output: { checked, plan, outputDir, files: await emitIntegration(plan) } };
}

function refused({ diagnostics }: CheckResult): Mutant {
  return { diagnostics: diagnostics.filter((one) => hasErrors([one])) };
}

/** What fills the gaps of a spec: a part that is deleted is none of them, so it fills those of its mutants. */
export function fillsOf(original: Output | undefined): Fills {
  return new Map(original?.plan.logic.map(({ id, fill }) => [id, fill]));
}

/** The code of the integration: two outputs of the same code do the same. Mock systems are no part of it. */
export function codeOf({ files }: Output): string {
  return textOf(files.filter(({ path }) => path.startsWith('src/') && path !== 'src/mocks.ts'));
}

/** All that has a part in its tests. */
export function testedOf({ files }: Output): string {
  return textOf(files.filter(isTested));
}

export function isTested({ path }: OutputFile): boolean {
  return path.startsWith('src/') || path.startsWith('test/') || path === 'package.json';
}

function textOf(files: readonly OutputFile[]): string {
  return files.map(({ path, text }) => `${path}\n${text}`).join('\n');
}
