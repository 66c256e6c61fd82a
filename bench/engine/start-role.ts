import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that listens. */
export interface Role {
  readonly url: string;
  readonly stop: () => void;
}

export async function startRole(...args: readonly string[]): Promise<Role> {
  const child = fork(fileURLToPath(new URL('role.ts', import.meta.url)), args, { execArgv: [] });
  return await new Promise((resolve, reject) => {
    child.once('message', (url: string) => resolve({ url, stop: () => void child.kill() }));
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended`)));
  });
}
