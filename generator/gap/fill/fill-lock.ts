import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { systemCode } from '../../diagnostics/system-code.ts';

/** Who fills gaps in a folder. */
export interface Filling {
  readonly pid: number;
  readonly host: string;
  /** Of this run: a process may have the number of one that has ended. */
  readonly run: string;
}

export type FillLock = { readonly release: () => Promise<void> } | { readonly held: Filling; readonly file: string };

/** Milliseconds: how often a run says that it is there, and after how long a run of another machine is taken for ended. */
const BEAT = 10_000;
const SILENCE = 60_000;

/**
 * Keeps a second run out of a journal: both would find no reply, ask, and pay. A file, since it has to be seen by whoever shares
 * the folder; what a killed run left is taken over. Rejects with the operating system's error.
 */
export async function takeFillLock(journal: string): Promise<FillLock> {
  const file = join(journal, 'running.json');
  const mine: Filling = { pid: process.pid, host: hostname(), run: randomUUID() };
  const text = `${JSON.stringify(mine)}\n`;
  await mkdir(journal, { recursive: true });
  // Replies are nobody's history.
  await writeFile(join(dirname(journal), '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
  for (let tries = 0; tries < 3; tries += 1) {
    if (await put(file, text)) return held(file, text);
    const before = await readFile(file, 'utf8').catch(() => '');
    const other = filling(before);
    if (other !== undefined && (await isRunning(other, file))) return { held: other, file };
    await clear(file, before);
  }
  return { held: filling(await readFile(file, 'utf8').catch(() => '')) ?? mine, file };
}

/** Whole or not at all: whoever reads it while it comes into being must not take it for a broken one. */
async function put(file: string, text: string): Promise<boolean> {
  const whole = `${file}.${randomUUID().slice(0, 8)}`;
  await writeFile(whole, text, { flag: 'wx' });
  try {
    await link(whole, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(whole, { force: true });
  }
}

function held(file: string, text: string): FillLock {
  const beat = setInterval(() => void touch(file, text), BEAT);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true });
    },
  };
}

async function touch(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => '')) === text) await writeFile(file, text).catch(() => undefined);
}

/** Takes a file away that an ended run left, and puts back what another run has put there meanwhile. */
async function clear(file: string, before: string): Promise<void> {
  const aside = `${file}.${randomUUID().slice(0, 8)}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8').catch(() => before)) !== before) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/** On this machine the process says it. A machine that cannot be asked, another container, say, has to have been heard of lately. */
async function isRunning({ pid, host }: Filling, file: string): Promise<boolean> {
  const heard = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  if (host !== hostname()) return Date.now() - heard < SILENCE;
  // Numbers of processes begin anew with the machine; what bears ours is of a run before.
  if (pid === process.pid || heard < Date.now() - uptime() * 1000) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

function filling(text: string): Filling | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data !== 'object' || data === null || !('pid' in data) || !('host' in data) || !('run' in data))
      return undefined;
    const { pid, host, run } = data;
    return Number.isInteger(pid) && typeof pid === 'number' && typeof host === 'string' && typeof run === 'string'
      ? { pid, host, run }
      : undefined;
  } catch {
    return undefined;
  }
}
