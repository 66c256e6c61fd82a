import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { verifyOutputs } from '../../generator/pipeline/verify-outputs.ts';
import { checkConfig } from '../../generator/verify/compiler-options.ts';
import { VITEST_TYPES, VITEST_TYPES_FILE } from '../../generator/verify/vitest-types.ts';
import { loadExamples, type Example } from '../build/load-examples.ts';
import { repository } from '../build/repository.ts';
import { runNode } from '../build/run-node.ts';
import { inTemporaryFolder } from '../build/temporary-folder.ts';
import { timeRatio } from '../measure/interleave.ts';
import type { Reading } from '../reading.ts';

/** Integrations in a batch: enough for the compiler to be most of the time. */
const COPIES = 10;

/** Staging and checking a batch, beside `tsc -p` alone over the same files with the same settings. */
export async function verifySuite(): Promise<readonly Reading[]> {
  const examples = await loadExamples();
  const batch = Array.from({ length: COPIES }, () => examples).flat();
  return await inTemporaryFolder(async (folder) => {
    await Promise.all(batch.map(async (example, index) => await write(example, path.join(folder, String(index)))));
    const project = path.join(folder, 'tsconfig.json');
    await writeFile(project, JSON.stringify(await checkConfig({ runtime: path.join(repository, 'runtime') })));
    await writeFile(path.join(folder, VITEST_TYPES_FILE), VITEST_TYPES);
    const rounds = await timeRatio(
      async () => {
        const { outputs } = await verifyOutputs(batch);
        if (outputs.length !== batch.length) throw new Error('the examples do not type-check');
      },
      async () => await runNode([path.join(repository, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', project]),
      { rounds: 15, warmUps: 2 },
    );
    return [{ name: 'verify', what: `verify of ${batch.length} ÷ tsc -p`, rounds, target: { atMost: 1.1 } }];
  });
}

async function write({ files }: Example, folder: string): Promise<void> {
  for (const file of files) {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  }
}
