import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import { isFile } from '../../write/is-file.ts';
import { failWith } from '../diagnostic-error.ts';
import type { CommandContext } from '../io.ts';
import { writeDiagnostics } from '../render/write-diagnostics.ts';

/**
 * The folders of integrations, absolute: those named, those in the folders named, and those of specs, which are built.
 * Undefined where a spec has errors, which are shown.
 */
export async function findOutputs(
  targets: readonly string[],
  out: string,
  context: CommandContext,
): Promise<readonly string[] | undefined> {
  const { cwd } = context.io;
  const found = await Promise.all(
    targets.map(async (target) => ({ target, folders: await outputsIn(resolve(cwd, target)) })),
  );
  const specs = found.filter(({ folders }) => folders.length === 0).map(({ target }) => target);
  const built = specs.length === 0 ? [] : await buildAll(specs, out, context);
  if (built === undefined) return undefined;
  const folders = [...new Set([...found.flatMap((one) => one.folders), ...built])];
  if (folders.length === 0)
    throw failWith('FR6006', { path: targets.map((target) => displayPath(resolve(cwd, target), cwd)).join(', ') });
  return folders;
}

async function outputsIn(folder: string): Promise<readonly string[]> {
  if (await isOutput(folder)) return [folder];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
  const outputs = await Promise.all(folders.map(async (one) => ((await isOutput(one)) ? [one] : [])));
  return outputs.flat().toSorted();
}

async function isOutput(folder: string): Promise<boolean> {
  return await isFile(join(folder, 'src/triggers.ts'));
}

async function buildAll(
  specs: readonly string[],
  out: string,
  context: CommandContext,
): Promise<readonly string[] | undefined> {
  const { build } = await import('../commands/build.ts');
  const report = await build(specs, { out }, context);
  if (hasErrors(report.diagnostics)) {
    writeDiagnostics(report.diagnostics, context, report.sources);
    return undefined;
  }
  return report.integrations.map((one) => one.outputDir);
}
