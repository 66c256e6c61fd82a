import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './run-in-process.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/**
 * Runs a command as a process of its own, from the source. Once `until` is in its output, `act` is called, and then a signal
 * sent, unless the command ends by itself.
 */
export async function spawnCli(
  argv: readonly string[],
  cwd: string,
  interrupt?: {
    readonly until: string;
    readonly act?: (output: string) => Promise<void>;
    readonly on?: 'stdout' | 'stderr';
    readonly endsItself?: true;
  },
): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', TSX, MAIN, ...argv], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (interrupt !== undefined) {
    let seen = '';
    const stream = child[interrupt.on ?? 'stdout'];
    const watch = (chunk: Buffer): void => {
      seen += chunk.toString('utf8');
      if (!seen.includes(interrupt.until)) return;
      stream.off('data', watch);
      void (interrupt.act?.(seen) ?? Promise.resolve()).finally(() => {
        if (interrupt.endsItself !== true) child.kill('SIGINT');
      });
    };
    stream.on('data', watch);
  }
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: Number(code ?? -1), stdout, stderr };
}
