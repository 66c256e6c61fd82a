import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { copyOf, filesBelow, repository } from '../repository.ts';

const SLOW = 180_000;
const MAIN = path.join(repository, 'generator/cli/main.ts');
const TSX = import.meta.resolve('tsx');

interface Environment {
  readonly TZ: string;
  readonly LC_ALL: string;
  readonly umask: string;
  /** Where it is built from, below the folder that holds the specs and the outputs. */
  readonly cwd: string;
  readonly out: string;
}

/** The far ends of the time zones, half and quarter hours; a locale in which `I` is no capital of `i`; all at once, two into one folder. */
const ENVIRONMENTS: readonly Environment[] = [
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', umask: '077', cwd: '.', out: 'out-1' },
  { TZ: 'America/St_Johns', LC_ALL: 'de_DE.UTF-8', umask: '000', cwd: 'fixtures/stripe', out: 'out-2' },
  { TZ: 'Asia/Kathmandu', LC_ALL: 'C', umask: '022', cwd: 'elsewhere', out: 'out-3' },
  { TZ: 'UTC', LC_ALL: 'en_US.UTF-8', umask: '022', cwd: '.', out: 'out-3' },
];

async function run(folder: string, { TZ, LC_ALL, umask, cwd }: Environment, argv: readonly string[]): Promise<string> {
  const { LANGUAGE: _language, ...rest } = process.env;
  const child = spawn('sh', ['-c', 'umask "$0" && exec "$@"', umask, process.execPath, ...argv], {
    cwd: path.join(folder, cwd),
    env: { ...rest, TZ, LC_ALL, LANG: LC_ALL, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  expect(code, stderr + stdout).toBe(0);
  return stdout;
}

test.skipIf(process.platform === 'win32')(
  'the examples come out the same, to the byte, in any time zone and locale, from any folder, with any umask, at once',
  { timeout: SLOW },
  async () => {
    const folder = await copyOf('spec/examples', 'fixtures');
    await mkdir(path.join(folder, 'elsewhere'));
    const told = await Promise.all(
      ENVIRONMENTS.map(async (environment) => await run(folder, environment, ['-p', WHERE])),
    );
    // Otherwise it would be shown for one environment alone.
    expect(told).toEqual(['Pacific/Kiritimati tr-TR\n', 'America/St_Johns de-DE\n', expect.anything(), 'UTC en-US\n']);

    await Promise.all(
      ENVIRONMENTS.map(async (environment, index) => {
        const from = path.join(folder, environment.cwd);
        const specs = (await readdir(path.join(folder, 'spec/examples'))).toSorted();
        const argv = specs.map((name) => path.relative(from, path.join(folder, 'spec/examples', name)));
        const out = path.relative(from, path.join(folder, environment.out));
        const options = ['--import', TSX, MAIN, 'build', '-o', out];
        return await run(folder, environment, [...options, ...(index % 2 === 0 ? argv : argv.toReversed())]);
      }),
    );
    const first = await filesBelow(path.join(folder, 'out-1'));
    expect(Object.keys(first).length).toBeGreaterThan(50);
    for (const out of ['out-2', 'out-3']) expect(await filesBelow(path.join(folder, out))).toEqual(first);

    // What others may read is what the user's umask says, as for any file that they write.
    expect(await modesOf(path.join(folder, 'out-1'))).toEqual({ files: ['600'], folders: ['700'] });
    expect(await modesOf(path.join(folder, 'out-2'))).toEqual({ files: ['666'], folders: ['777'] });
    expect(await modesOf(path.join(folder, 'out-3'))).toEqual({ files: ['644'], folders: ['755'] });
  },
);

const WHERE = "const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions(); timeZone + ' ' + locale";

/** The modes of all files and of all folders, each once. */
async function modesOf(folder: string): Promise<Readonly<Record<'files' | 'folders', readonly string[]>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const modes = async (of: typeof entries): Promise<readonly string[]> => {
    const all = of.map(async ({ parentPath, name }) => (await stat(path.join(parentPath, name))).mode & 0o777);
    return [...new Set((await Promise.all(all)).map((mode) => mode.toString(8)))];
  };
  return {
    files: await modes(entries.filter((entry) => entry.isFile())),
    folders: await modes(entries.filter((entry) => entry.isDirectory())),
  };
}
