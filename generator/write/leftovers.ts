import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The end of the names of this process's temporary files: which process made them, for others to know whether it still runs. */
export function temporarySuffix(unique: string): string {
  return `${String(process.pid)}-${unique}.tmp`;
}

const leftover = /^\..+\.(\d+)-[0-9a-f]{8}\.tmp$/;

/** Removes the temporary files that a killed build left in these folders; those of a build that runs stay. Never rejects. */
export async function removeLeftovers(directories: Iterable<string>): Promise<void> {
  for (const directory of directories) {
    const names = await readdir(directory).catch(() => []);
    const dead = names.filter((name) => {
      const [, pid] = leftover.exec(name) ?? [];
      return pid !== undefined && !isAlive(Number(pid));
    });
    await Promise.all(dead.map(async (name) => await rm(join(directory, name), { force: true }).catch(() => undefined)));
  }
}

/** Whether a process runs; one that may not be asked does. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
