import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

/** How often the processes are looked at, milliseconds. */
const EVERY = 200;

/** Runs Node to its end; resolves with the most bytes that it and its child processes were seen to hold together. */
export async function watchedRun(args: readonly string[], cwd: string): Promise<number> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  let most = 0;
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = heldBy(child.pid ?? 0).then((bytes) => {
      most = Math.max(most, bytes);
    });
  }, EVERY);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  await looking;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}`);
  return most;
}

/** Resident bytes of a process and all that it started. */
async function heldBy(root: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([root]);
  let bytes = 0;
  // A child's number is nearly always above its parent's; the order of the list is not promised.
  for (const [pid = 0, parent = 0, kilobytes = 0] of rows.toSorted(([a = 0], [b = 0]) => a - b)) {
    if (pid !== root && !family.has(parent)) continue;
    family.add(pid);
    bytes += kilobytes * 1024;
  }
  return bytes;
}
