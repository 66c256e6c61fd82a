import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { GAPPED, SMALL, specFolder } from '../cli/testing/small-specs.ts';
import { buildSpecs } from '../pipeline/build-specs.ts';
import { repository } from './repository.ts';

/** Each takes seconds: FLOWRIGHT_KILLS=50 for a thorough run. The writing alone is killed oftener beside its code. */
const KILLS = Number(process.env['FLOWRIGHT_KILLS'] ?? 4);
const MAIN = path.join(repository, 'generator/cli/main.ts');
const TSX = import.meta.resolve('tsx');

type Files = Readonly<Record<string, string>>;

async function build(cwd: string): Promise<void> {
  expect((await buildSpecs(['.'], { cwd, outDir: 'out' })).diagnostics).toEqual([]);
}

async function outputOf(spec: string): Promise<Files> {
  await using clean = await specFolder({ small: spec });
  await build(clean.path);
  return await filesBelow(path.join(clean.path, 'out'));
}

test(
  'a build that is killed leaves whole files, old or new, and the next one ends as a clean build, with nothing left over',
  { timeout: 60_000 + KILLS * 20_000 },
  async () => {
    const versions = [SMALL, GAPPED] as const;
    const outputs = [await outputOf(SMALL), await outputOf(GAPPED)] as const;
    await using folder = await specFolder({ small: SMALL });
    const spec = path.join(folder.path, 'small.integration.yaml');
    const out = path.join(folder.path, 'out');
    let milliseconds = 3000;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const next = kill % 2 === 0 ? 1 : 0;
      await writeFile(spec, versions[next]);
      // Every other pair of kills waits for the moments that matter most: those after it begins to write.
      const writing = kill % 4 > 1;
      const moment = Math.random() * (writing ? 60 : milliseconds);
      const said = `${String(moment)} ms after it began${writing ? ' to write' : ''}`;
      milliseconds = (await buildAndKill(folder.path, moment, writing)) ?? milliseconds;

      for (const [file, text] of Object.entries(await filesBelow(out)))
        if (!/\.tmp$|^small\/\.flowright\.pending\.json$|^\.flowright\/builds\//.test(file))
          expect([outputs[0][file], outputs[1][file]], `${file}, ${said}`).toContain(text);
      // The next build may be of the old spec, which then needs no build.
      const after = Math.random() < 0.5 ? next : 1 - next;
      const [wanted, output] = after === 0 ? [versions[0], outputs[0]] : [versions[1], outputs[1]];
      await writeFile(spec, wanted);
      await build(folder.path);
      const files = await filesBelow(out);
      expect(withoutRecords(files), said).toEqual(withoutRecords(output));
      expect(Object.keys(files), said).toEqual(Object.keys(output));
    }
  },
);

/** Kills a build some milliseconds after it began, or began to write; how long it took where it was done before. */
async function buildAndKill(cwd: string, moment: number, writing: boolean): Promise<number | undefined> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', TSX, MAIN, 'build'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  const closed = once(child, 'close');
  const begun = new Promise<void>((resolve) => {
    if (!writing) resolve();
    child.stderr.on('data', (text: Buffer) => (text.includes('writing') ? resolve() : undefined));
  });
  await Promise.race([closed, begun.then(async () => await wait(moment))]);
  child.kill('SIGKILL');
  const [code] = await closed;
  return code === 0 && !writing ? performance.now() - started : undefined;
}

/** All files, those that begin with a dot too. */
async function filesBelow(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  const texts = await Promise.all(
    files.toSorted().map(async (file) => [file, await readFile(path.join(folder, file), 'latin1')] as const),
  );
  return Object.fromEntries(texts);
}

/** Records of builds hold what only this machine is. */
function withoutRecords(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith('.flowright/builds/')));
}
