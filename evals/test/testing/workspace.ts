import { execFile } from 'node:child_process';
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
}

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was refused, by the process and its children. */
  readonly attempts: string;
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

export async function workspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'flowright-evals-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  await cp(FIXTURES, folder, { recursive: true });
  const log = join(folder, 'attempts.log');
  return {
    folder,
    edit: async (file, from, to) => {
      const text = await readFile(join(folder, file), 'utf8');
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`nothing changes in ${file}`);
      await writeFile(join(folder, file), changed);
    },
    run: async (...args) => {
      const isAccept = args[0] === 'accept';
      const command = isAccept ? ['eval', 'accept'] : ['eval'];
      const rest = isAccept ? args.slice(1) : args;
      const { code, stdout, stderr } = await spawned([MAIN, ...command, 'notes', ...GIVEN, ...rest], folder, {
        FLOWRIGHT_OFFLINE_LOG: log,
        PROMPTFOO_DISABLE_TELEMETRY: '0',
        NO_COLOR: '1',
      });
      return { code, stdout, stderr, attempts: await readFile(log, 'utf8').catch(() => '') };
    },
  };
}

async function spawned(
  args: readonly string[],
  cwd: string,
  more: NodeJS.ProcessEnv,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  return await new Promise((resolve) => {
    // Vitest's own settings are not for the Vitest that runs workflows.
    const env = Object.fromEntries(
      Object.entries({ ...process.env, ...more }).filter(([name]) => !name.startsWith('VITEST')),
    );
    execFile(process.execPath, [...args], { cwd, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}
