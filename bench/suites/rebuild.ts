import { rm } from 'node:fs/promises';
import path from 'node:path';
import { EXAMPLES, repository } from '../build/repository.ts';
import { runNode } from '../build/run-node.ts';
import { inTemporaryFolder } from '../build/temporary-folder.ts';
import { timeRatio } from '../measure/interleave.ts';
import type { Reading } from '../reading.ts';

/** `flowright build` of both examples where nothing changed, beside the same into an empty folder; whole processes, as a person runs them. */
export async function rebuildSuite(): Promise<readonly Reading[]> {
  const cli = path.join(repository, 'dist', 'cli', 'main.js');
  return await inTemporaryFolder(async (folder) => {
    const build = async (out: string): Promise<void> =>
      await runNode([cli, 'build', ...EXAMPLES, '--out', path.join(folder, out)], { cwd: repository });
    await build('kept');
    const rounds = await timeRatio(
      async () => await build('kept'),
      async () => {
        await build('cold');
        await rm(path.join(folder, 'cold'), { recursive: true });
      },
      { rounds: 9, warmUps: 1 },
    );
    return [{ name: 'rebuild', what: 'unchanged rebuild ÷ cold build', rounds, target: { atMost: 0.1 } }];
  });
}
