import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './run-in-process.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/** Runs a command as a process of its own, from the source. A signal, where given, is sent once `until` is in its output. */
export async function spawnCli(
  argv: readonly string[],
  cwd: string,
  interrupt?: { readonly until: string; readonly act?: (output: string) => Promise<void> },
): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', TSX, MAIN, ...argv], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (interrupt !== undefined) {
    let seen = '';
    const watch = (chunk: Buffer): void => {
      seen += chunk.toString('utf8');
      if (!seen.includes(interrupt.until)) return;
      child.stdout.off('data', watch);
      void (interrupt.act?.(seen) ?? Promise.resolve()).finally(() => child.kill('SIGINT'));
    };
    child.stdout.on('data', watch);
  }
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: Number(code ?? -1), stdout, stderr };
}
