import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { GAPPED, SMALL, specFolder } from '../cli/testing/small-specs.ts';
import { buildSpecs } from '../pipeline/build-specs.ts';
import { filesBelow, repository } from './repository.ts';

/** Whole builds take seconds; FLOWRIGHT_KILLS=50 for a thorough run. The writing alone is killed oftener beside its code. */
const KILLS = Number(process.env['FLOWRIGHT_KILLS'] ?? 3);
const MAIN = path.join(repository, 'generator/cli/main.ts');
const TSX = import.meta.resolve('tsx');

async function outputOf(spec: string): Promise<Readonly<Record<string, string>>> {
  await using clean = await specFolder({ small: spec });
  expect((await buildSpecs(['.'], { cwd: clean.path, outDir: 'out' })).diagnostics).toEqual([]);
  return await filesBelow(path.join(clean.path, 'out'));
}

test(
  'a build that is killed leaves the old files or the new, and the next one ends as a clean build',
  { timeout: 60_000 + KILLS * 20_000 },
  async () => {
    const versions = [SMALL, GAPPED] as const;
    const outputs = [await outputOf(SMALL), await outputOf(GAPPED)] as const;
    await using folder = await specFolder({ small: SMALL });
    const out = path.join(folder.path, 'out');
    let milliseconds = 3000;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const [spec, output] = kill % 2 === 0 ? [versions[1], outputs[1]] : [versions[0], outputs[0]];
      await writeFile(path.join(folder.path, 'small.integration.yaml'), spec);
      const moment = Math.random() * milliseconds;
      const started = performance.now();
      const child = spawn(process.execPath, ['--import', TSX, MAIN, 'build', '--no-cache'], {
        cwd: folder.path,
        stdio: 'ignore',
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), moment);
      const [code] = await once(child, 'close');
      clearTimeout(timer);
      // How long a build takes here decides which moments are worth trying.
      if (code === 0) milliseconds = performance.now() - started;

      for (const [file, text] of Object.entries(await filesBelow(out).catch(() => ({}))))
        if (file.endsWith('.ts'))
          expect([outputs[0][file], outputs[1][file]], `${file} after ${String(moment)} ms`).toContain(text);
      const { diagnostics } = await buildSpecs(['.'], { cwd: folder.path, outDir: 'out' });
      expect(diagnostics, `after ${String(moment)} ms`).toEqual([]);
      expect(await filesBelow(out), `after ${String(moment)} ms`).toEqual(output);
    }
  },
);
