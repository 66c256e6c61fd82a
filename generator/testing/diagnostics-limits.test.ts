import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { getuid } from 'node:process';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../cli/testing/temporary-folder.ts';
import { buildSpecs } from '../pipeline/build-specs.ts';
import { brokenCases, placeCase } from './diagnostics/broken-case.ts';
import { measureBuilds, type MeasuredRun } from './diagnostics/measure.ts';
import { monsters } from './diagnostics/monsters.ts';
import { filesBelow } from './repository.ts';

const SLOW = 120_000;
const cases = (await brokenCases()).filter((one) => !/^FR(?:3|7004)/.test(one.name));

/** Bounds that a person would notice, with room for a machine that is busy. */
function expectHarmless({ shown, milliseconds }: MeasuredRun, about: string): void {
  expect(shown, about).not.toMatch(/^ +at /m);
  expect(shown, about).not.toMatch(/FR9\d{3}/);
  expect(milliseconds, about).toBeLessThan(2_000);
}

describe('a process that builds every broken spec', () => {
  it(
    'ends each with 2, without a stack, soon, in little memory, and leaves the output as it was',
    { timeout: SLOW },
    async () => {
      await using folder = await temporaryFolder();
      const out = path.join(folder.path, 'out');
      const sound = cases.find(({ name }) => name === 'FR2003-path');
      if (sound === undefined) throw new Error('FR2003-path with its fix is the spec without a mistake');
      await placeCase(sound, path.join(folder.path, 'sound'), true);
      const built = await buildSpecs([sound.specFile], { cwd: path.join(folder.path, 'sound'), outDir: out });
      expect(built.integrations.map(({ name }) => name)).toEqual(['orders']);
      const before = await filesBelow(out);

      for (const one of cases) await placeCase(one, path.join(folder.path, one.name));
      const { runs, megabytes } = await measureBuilds(
        out,
        cases.map(({ name, specFile }) => `${path.join(folder.path, name)}::${specFile}`),
      );
      expect(runs.filter(({ code }) => code !== 2).map(({ cwd, shown }) => [cwd, shown])).toEqual([]);
      for (const run of runs) expectHarmless(run, path.basename(run.cwd));
      expect(megabytes).toBeLessThan(300);
      expect(await filesBelow(out)).toEqual(before);
    },
  );
});

describe.each(monsters)('$name', ({ make, codes, exitCode }) => {
  it('is told, soon, in little memory', { timeout: SLOW }, async () => {
    await using folder = await temporaryFolder();
    const file = path.join(folder.path, 'monster.integration.yaml');
    await make(file);
    const { runs, megabytes } = await measureBuilds(path.join(folder.path, 'out'), [
      `${folder.path}::monster.integration.yaml`,
    ]);
    const [run] = runs;
    if (run === undefined) throw new Error('nothing was run');
    expectHarmless(run, run.shown.slice(0, 500));
    expect(run.code, run.shown.slice(0, 500)).toBe(exitCode);
    expect([...new Set(run.shown.match(/\bFR\d{4}(?= )/g))]).toEqual(expect.arrayContaining([...codes]));
    expect(megabytes).toBeLessThan(300);
  });
});

it.skipIf(getuid?.() === 0)(
  'a file that may not be read is FR1003 (not tried as root, who may read everything)',
  async () => {
    await using folder = await temporaryFolder();
    const locked = path.join(folder.path, 'locked');
    await mkdir(locked);
    await writeFile(path.join(locked, 'orders.integration.yaml'), 'flowright: 1\n');
    await chmod(locked, 0);
    const { runs } = await measureBuilds('out', [`${folder.path}::locked/orders.integration.yaml`]);
    await chmod(locked, 0o700);
    expect(runs).toMatchObject([{ code: 3, shown: expect.stringContaining('FR1003 no permission to read') }]);
  },
);
