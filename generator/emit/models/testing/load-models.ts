import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Issue } from '../../../../runtime/context/issue.ts';
import type { Check } from '../../../../runtime/validate/index.ts';
import type { ModelPlan } from '../../../plan/ir/model.ts';
import { emitModels } from '../emit-model.ts';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** Emitted models on disk, where Node runs them and `tsc` checks them. */
export interface LoadedModels {
  readonly folder: string;
  readonly files: readonly string[];
  readonly check: (model: ModelPlan, name?: string) => Check<unknown>;
  readonly remove: () => Promise<void>;
}

/** Emits models into a temporary folder, with the runtime imported from its source. */
export async function loadModels(models: readonly ModelPlan[]): Promise<LoadedModels> {

  const folder = await mkdtemp(join(tmpdir(), 'flowright-models-'));
  const checks = new Map<string, unknown>();
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const emitted = await emitModels(models);
  for (const { path, text } of emitted) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fromSource(text));
  }
  for (const { path } of emitted) {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href);
    for (const [name, value] of Object.entries(exported)) checks.set(`${path}:${name}`, value);
  }
  return {
    folder,
    files: emitted.map(({ path }) => join(folder, path)),
    check: ({ symbol }, name = `check${symbol.name}`) => {
      const found = checks.get(`${symbol.file}:${name}`);
      if (!isCheck(found)) throw new Error(`${symbol.file} exports no function '${name}'`);
      return found;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function fromSource(text: string): string {
  return text
    .replaceAll("'@flowright/runtime/validate'", `'${REPOSITORY}runtime/validate/index.ts'`)
    .replaceAll("'@flowright/runtime'", `'${REPOSITORY}runtime/context/issue.ts'`);
}

function isCheck(value: unknown): value is Check<unknown> & ((value: unknown, at: unknown, issues: Issue[]) => boolean) {
  return typeof value === 'function';
}
