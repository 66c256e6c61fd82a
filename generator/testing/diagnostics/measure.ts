import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** One build in a process of its own. */
export interface MeasuredRun {
  readonly cwd: string;
  readonly code: number;
  /** Everything that was printed. */
  readonly shown: string;
  readonly milliseconds: number;
}

export interface Measured {
  readonly runs: readonly MeasuredRun[];
  /** The most memory that the process ever had. */
  readonly megabytes: number;
}

const SCRIPT = fileURLToPath(new URL('measured-run.ts', import.meta.url));

/** Builds specs (`folder::file`), one after the other, in one new process. */
export async function measureBuilds(out: string, targets: readonly string[]): Promise<Measured> {
  const argv = ['--import', import.meta.resolve('tsx'), SCRIPT, out, ...targets];
  const { stdout } = await promisify(execFile)(process.execPath, argv, { maxBuffer: 64 * 1024 * 1024 });
  const measured: Measured = JSON.parse(stdout);
  return measured;
}
