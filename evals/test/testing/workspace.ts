import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const MAIN = join(ROOT, 'generator/cli/main.ts');
const FIXTURES = join(ROOT, 'evals/test/fixtures');

/** A copy of the fixtures to plant faults in, and the command line run in it. */
export interface Workspace {
  readonly folder: string;
  /** Changes a file; it is an error if nothing changes. */
  readonly edit: (file: string, from: string | RegExp, to: string) => Promise<void>;
  /** `flowright eval notes …` over the fixtures' recordings, prompts and baselines. */
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  /** Any command, in the same folder. */
  readonly flowright: (...args: readonly string[]) => Promise<Ran>;
  /** Starts {@link Workspace.run} and gives what kills it: it, and the process that it runs again under the preload. */
  readonly start: (...args: readonly string[]) => () => void;
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was refused, by the process and its children. */
  readonly attempts: string;
}

/** Texts without the breaks that a narrow terminal makes. */
export function said({ stdout, stderr }: Ran): string {
  return `${stdout}${stderr}`.replaceAll(/\s+/g, ' ');
}

const GIVEN = [
  '--models',
  'fixture',
  '--repeat',
  '2',
  '--recordings',
  'recordings',
  '--prompts',
  'prompts',
  '--baselines',
  'baselines',
];

/** `env` is added to the environment. */
export async function workspace(env: NodeJS.ProcessEnv = {}): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'flowright-evals-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  await cp(FIXTURES, folder, { recursive: true });
  const log = join(folder, 'attempts.log');
  const more = { FLOWRIGHT_OFFLINE_LOG: log, PROMPTFOO_DISABLE_TELEMETRY: '0', NO_COLOR: '1', ...env };
  const flowright = async (args: readonly string[]): Promise<Ran> => {
    const ran = await spawned([MAIN, ...args], folder, more);
    return { ...ran, attempts: await readFile(log, 'utf8').catch(() => '') };
  };
  return {
    folder,
    edit: async (file, from, to) => {
      const text = await readFile(join(folder, file), 'utf8');
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`nothing changes in ${file}`);
      await writeFile(join(folder, file), changed);
    },
    run: async (...args) => await flowright(commandOf(args)),
    flowright: async (...args) => await flowright(args),
    start: (...args) => {
      const child = spawn(process.execPath, [MAIN, ...commandOf(args)], {
        cwd: folder,
        env: envOf(more),
        stdio: 'ignore',
        detached: true,
      });
      // A group of its own: nothing else is killed with it.
      return () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
    },
  };
}

async function spawned(
  args: readonly string[],
  cwd: string,
  more: NodeJS.ProcessEnv,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return await new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd, env: envOf(more), maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

function commandOf(args: readonly string[]): readonly string[] {
  const isAccept = args[0] === 'accept';
  return ['eval', ...(isAccept ? ['accept'] : []), 'notes', ...GIVEN, ...(isAccept ? args.slice(1) : args)];
}

/** Vitest's own settings are not for the Vitest that runs workflows. */
function envOf(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries({ ...process.env, ...more }).filter(([name]) => !name.startsWith('VITEST')));
}
