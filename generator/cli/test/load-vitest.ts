import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as VitestNode from 'vitest/node';
import { displayPath } from '../../diagnostics/display-path.ts';
import { failWith } from '../diagnostic-error.ts';

type Vitest = Pick<typeof VitestNode, 'startVitest'>;

/** Vitest as it is installed beside Flowright, or else for one of the integrations or here: it is no dependency of Flowright. */
export async function loadVitest(folders: readonly string[], cwd: string): Promise<Vitest> {
  try {
    return await import('vitest/node');
  } catch {
    for (const folder of [...folders, cwd]) {
      const module = await importFrom(folder);
      if (isVitest(module)) return module;
    }
  }
  const [folder = cwd] = folders;
  throw failWith('FR6009', {
    folder: displayPath(folder, cwd),
    reason: 'its tests need vitest, which is not installed (npm install --save-dev vitest)',
  });
}

async function importFrom(folder: string): Promise<unknown> {
  try {
    const file = createRequire(join(folder, 'package.json')).resolve('vitest/node');
    return await import(pathToFileURL(file).href);
  } catch {
    return undefined;
  }
}

function isVitest(module: unknown): module is Vitest {
  return typeof module === 'object' && module !== null && 'startVitest' in module;
}
