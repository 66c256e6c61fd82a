import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Check } from '../../../../runtime/validate/index.ts';
import type { ModelPlan } from '../../../ir/model.ts';
import { emitModels } from '../emit-model.ts';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** Emitted models on disk, where Node runs them and `tsc` checks them. */
export interface LoadedModels {
  readonly folder: string;
  readonly check: (model: ModelPlan) => Check<unknown>;
  /** A function of a model's file, such as a parser. */
  readonly exported: (model: ModelPlan, name: string) => (value: unknown) => unknown;
  readonly remove: () => Promise<void>;
}

/** Emits models into a temporary folder, with the runtime imported from its source. */
export async function loadModels(models: readonly ModelPlan[]): Promise<LoadedModels> {
  const folder = await mkdtemp(join(tmpdir(), 'flowright-models-'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const emitted = await emitModels(models);
  for (const { path, text } of emitted) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, fromSource(text));
  }
  const found = new Map<string, unknown>();
  for (const { path } of emitted) {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href);
    for (const [name, value] of Object.entries(exported)) found.set(`${path}:${name}`, value);
  }
  const exported = (file: string, name: string): ((...args: unknown[]) => unknown) => {
    const value = found.get(`${file}:${name}`);
    if (!isFunction(value)) throw new Error(`${file} exports no function '${name}'`);
    return value;
  };
  return {
    folder,
    check: ({ symbol }) => {
      const check = exported(symbol.file, `check${symbol.name}`);
      return (value, at, issues): value is unknown => check(value, at, issues) === true;
    },
    exported: ({ symbol }, name) => exported(symbol.file, name),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function fromSource(text: string): string {
  return text
    .replaceAll("'@flowright/runtime/validate'", `'${REPOSITORY}runtime/validate/index.ts'`)
    .replaceAll("'@flowright/runtime'", `'${REPOSITORY}runtime/context/issue.ts'`);
}

function isFunction(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}
