import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import { isFile } from '../../write/is-file.ts';
import { manifestName } from '../../write/manifest.ts';
import { DiagnosticError, failWith } from '../diagnostic-error.ts';
import type { CommandContext } from '../io.ts';
import { writeDiagnostics } from '../render/write-diagnostics.ts';

/** An integration on disk, and the spec that it was made from where that is known. */
export interface FoundIntegration {
  /** Absolute. */
  readonly folder: string;
  /** Absolute. */
  readonly specFile?: string;
}

/** The integration in a folder, or the one of a spec, which is built. Undefined where the spec has errors, which are shown. */
export async function findIntegration(
  target: string,
  out: string,
  context: CommandContext,
): Promise<FoundIntegration | undefined> {
  const path = resolve(context.io.cwd, target);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw failWith('FR1001', { file: displayPath(path, context.io.cwd) });
  if (found.isDirectory() && (await isFile(join(path, 'src/triggers.ts')))) return await builtIntegration(path);
  return await buildIntegration(target, out, context);
}

/** The integration in a folder that a build has written. */
export async function findBuilt(target: string, cwd: string): Promise<FoundIntegration> {
  const folder = resolve(cwd, target);
  // Its name alone will do where builds usually write.
  for (const one of [folder, resolve(cwd, 'out', target)])
    if (await isFile(join(one, 'src/triggers.ts'))) return await builtIntegration(one);
  throw failWith('FR6006', { path: displayPath(folder, cwd) });
}

async function builtIntegration(folder: string): Promise<FoundIntegration> {
  const specFile = await specOf(folder);
  return specFile === undefined ? { folder } : { folder, specFile };
}

async function buildIntegration(
  target: string,
  out: string,
  context: CommandContext,
): Promise<FoundIntegration | undefined> {
  const { build } = await import('../commands/build.ts');
  const { cwd } = context.io;
  const { findSpecs } = await import('../../load/source/find-specs.ts');
  const found = await findSpecs([target], cwd);
  if (hasErrors(found.diagnostics)) throw new DiagnosticError(found.diagnostics);
  const [spec, ...others] = found.paths;
  if (spec === undefined) throw failWith('FR6006', { path: target });
  if (others.length > 0)
    throw failWith('FR6007', { path: target, specs: found.paths.map((path) => displayPath(path, cwd)) });
  const report = await build([spec], { out }, context);
  const [built] = report.integrations;
  if (built !== undefined) return { folder: built.outputDir, specFile: spec };
  writeDiagnostics(report.diagnostics, context, report.sources);
  return undefined;
}

/** The manifest says which spec an integration was made from; without it, the integration runs all the same. */
async function specOf(folder: string): Promise<string | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(join(folder, manifestName), 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || !('spec' in manifest) || typeof manifest.spec !== 'string')
      return undefined;
    const spec = resolve(folder, manifest.spec);
    return (await isFile(spec)) ? spec : undefined;
  } catch {
    return undefined;
  }
}
