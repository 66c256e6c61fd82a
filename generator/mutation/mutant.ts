import { checkSpec, type CheckResult } from '../check/check-spec.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { emitIntegration } from '../emit/emit-integration.ts';
import type { OutputFile } from '../format/format-files.ts';
import type { LoadedSpec } from '../load/load-spec.ts';
import { validateSpec } from '../load/schema/validate-spec.ts';
import { parseText } from '../load/text/parse-text.ts';
import { planIntegration } from '../plan/plan-integration.ts';
import type { Output } from '../pipeline/output.ts';
import type { Mutation } from './mutation.ts';

const VERSION = 'mutation';

/** A spec without one of its parts, as far as it could be built; nothing is type-checked or written yet. */
export type Mutant = { readonly output: Output } | { readonly diagnostics: readonly Diagnostic[] };

/** The spec as it is, on its way into `outputDir`. */
export async function originalOf(loaded: LoadedSpec, outputDir: string): Promise<Mutant> {
  return await emitted(checkSpec(loaded), outputDir);
}

/** What a build makes of the spec without the part; errors are at their places in the spec as it is. */
export async function mutantOf(loaded: LoadedSpec, mutation: Mutation, outputDir: string): Promise<Mutant> {
  const { data = null } = parseText(loaded.file, loaded.text);
  const place: LoadedSpec['place'] = (path, options) => loaded.place(mutation.origin(path), options);
  const validated = await validateSpec(mutation.apply(data), place);
  if (!('spec' in validated)) return validated;
  return await emitted(checkSpec({ ...loaded, spec: validated.spec, place }), outputDir);
}

async function emitted({ checked, diagnostics }: CheckResult, outputDir: string): Promise<Mutant> {
  if (checked === undefined) return { diagnostics: diagnostics.filter((one) => hasErrors([one])) };
  // The version is a hash of the spec: it would make all code different.
  const plan = { ...planIntegration(checked, outputDir), version: VERSION };
  return { output: { checked, plan, outputDir, files: await emitIntegration(plan) } };
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
