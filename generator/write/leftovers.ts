import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../diagnostics/system-code.ts';
import { removeEmptyFolders } from './empty-folders.ts';

/** The end of the names of this process's temporary files: which process made them, for others to know whether it still runs. */
export function temporarySuffix(unique: string): string {
  return `${String(process.pid)}-${unique}.tmp`;
}

const leftoverFile = /^\..+\.(\d+)-[0-9a-f]{8}\.tmp$/;
const leftoverFolder = /^flowright-(\d+)-/;

/** Removes the temporary files that a killed build left below an output folder; those of a build that runs stay. Never rejects. */
export async function removeLeftovers(directory: string, top = directory): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const dead = entries.filter((entry) => entry.isFile() && isDead(leftoverFile.exec(entry.name)));
  await removeAll(
    directory,
    dead.map(({ name }) => name),
  );
  if (dead.length > 0) await removeEmptyFolders(directory, top);
  // Packages, and the data of runs, are no output.
  const folders = entries.filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'));
  for (const entry of folders) if (entry.isDirectory()) await removeLeftovers(join(directory, entry.name), top);
}

/** The beginning of the names of this process's temporary folders. */
export function temporaryPrefix(): string {
  return `flowright-${String(process.pid)}-`;
}

/** Removes the folders that killed builds left in the system's folder for temporary files. Never rejects. */
export async function removeLeftoverFolders(directory: string): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  await removeAll(
    directory,
    names.filter((name) => isDead(leftoverFolder.exec(name))),
  );
}

async function removeAll(directory: string, names: readonly string[]): Promise<void> {
  await Promise.all(
    names.map(async (name) => await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined)),
  );
}

/** Whether a name says which process made it, and that one is no more. */
function isDead(match: RegExpExecArray | null): boolean {
  const pid = Number(match?.[1]);
  return pid > 0 && !isAlive(pid);
}

/** A process that may not be asked runs. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}
