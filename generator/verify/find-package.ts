import { readFile, realpath } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { TypeCheckFailure } from './type-checker.ts';

/** The real folder of an installed package, as this module, or another, would find it. */
export async function findPackage(name: string, from: string | URL = import.meta.url): Promise<string> {
  try {
    const file = findPackageJSON(name, from);
    if (file !== undefined) return await realpath(dirname(file));
  } catch {
    // Said below, for both.
  }
  throw new TypeCheckFailure(`the package ${name} is not installed`);
}

/** Where the compiler finds the types of a package, by what is imported: `{ '@flowright/runtime/mock': ['…/mock/index.d.ts'] }`. */
export async function typePaths(directory: string): Promise<Readonly<Record<string, readonly [string]>>> {
  const manifest: unknown = JSON.parse(await readFile(join(directory, 'package.json'), 'utf8'));
  const { name, exports } = fields(manifest);
  return Object.fromEntries(
    Object.entries(fields(exports)).flatMap(([key, target]) => {
      const { types } = fields(target);
      return typeof types === 'string' ? [[`${String(name)}${key.slice(1)}`, [join(directory, types)]] as const] : [];
    }),
  );
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
