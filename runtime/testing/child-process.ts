import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A program of this folder, running as a process of its own. */
export interface Child {
  readonly process: ChildProcess;
  /** Where it listens, once it does. */
  readonly url: Promise<string>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
  stdout(): string;
  stderr(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

export function startChild(program: string, environment: Readonly<Record<string, string>>): Child {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const url = Promise.withResolvers<string>();
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    const found = /"url":"(http[^"]+)"/.exec(stdout)?.[1];
    if (found !== undefined) url.resolve(found);
  });
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, 'close').then(() => child.exitCode ?? child.signalCode);
  void ended.then(() => url.reject(new Error(`the child ended: ${stdout}${stderr}`)));
  url.promise.catch(() => undefined);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { process: child, url: url.promise, ended, stdout: () => stdout, stderr: () => stderr, kill };
}
