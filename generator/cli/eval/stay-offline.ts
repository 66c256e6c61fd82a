import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Refuses what is not loopback; a preload. */
const OFFLINE = fileURLToPath(new URL('../../../evals/offline.cjs', import.meta.url));

/**
 * Runs this command line once more with the preload that refuses what is not loopback, unless it is there already. Undefined: it is.
 * A preload comes before everything that could connect, and into threads and children, too.
 */
export async function stayOffline(): Promise<number | undefined> {
  if (Reflect.has(globalThis, Symbol.for('flowright.offline'))) return undefined;
  const [, main = '', ...args] = process.argv;
  return await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, '--require', OFFLINE, main, ...args], {
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 130));
  });
}
