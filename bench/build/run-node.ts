import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  /** Exit codes that are as they should be; 0 where absent. */
  readonly expected?: readonly number[];
}

/** Runs Node with these arguments to its end, its output thrown away. Rejects where it fails. */
export async function runNode(args: readonly string[], { cwd, expected = [0] }: RunOptions = {}): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore', ...(cwd !== undefined && { cwd }) });
    child.once('error', reject);
    child.once('exit', (code) =>
      code !== null && expected.includes(code)
        ? resolve()
        : reject(new Error(`node ${args.join(' ')} ended with ${code}`)),
    );
  });
}
