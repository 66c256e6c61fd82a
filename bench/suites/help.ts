import path from 'node:path';
import { repository } from '../build/repository.ts';
import { runNode } from '../build/run-node.ts';
import { timeRatio } from '../measure/interleave.ts';
import type { Reading } from '../reading.ts';

/** How long a person waits for the shortest command of all, beside Node doing nothing. */
export async function helpSuite(): Promise<readonly Reading[]> {
  const cli = path.join(repository, 'dist', 'cli', 'main.js');
  const rounds = await timeRatio(
    async () => await runNode([cli, '--help']),
    async () => await runNode(['-e', '0']),
    { rounds: 61, warmUps: 5 },
  );
  return [{ name: 'help', what: 'flowright --help ÷ node -e 0', rounds, target: { atMost: 1.3 } }];
}
