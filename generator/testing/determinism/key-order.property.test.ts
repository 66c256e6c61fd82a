import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runInProcess } from '../../cli/testing/run-in-process.ts';
import { findSpecs } from '../../load/source/find-specs.ts';
import { copyOf, filesBelow } from '../repository.ts';
import { compile, loadedExamples, withContent } from './compile.ts';
import { permuteKeys } from './permute.ts';

/** For each example; FLOWRIGHT_PERMUTATIONS=100 for a thorough run. */
const PERMUTATIONS = Number(process.env['FLOWRIGHT_PERMUTATIONS'] ?? 4);
const SLOW = 120_000;

test.each((await loadedExamples()).map((loaded) => [loaded.spec.name, loaded] as const))(
  '%s comes out the same, to the byte, in whatever order its keys stand',
  { timeout: SLOW + PERMUTATIONS * 1000 },
  async (_, loaded) => {
    const files = await compile(loaded);
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const permuted = await withContent(loaded, permuteKeys(loaded.spec, seed), (data) => permuteKeys(data, seed));
        expect(JSON.stringify(parse(permuted?.text ?? ''))).not.toBe(JSON.stringify(loaded.spec));
        expect(permuted && (await compile(permuted))).toEqual(files);
      }),
      { numRuns: PERMUTATIONS },
    );
  },
);

test('a spec whose keys are permuted is no other one, to diff and to build', { timeout: SLOW }, async () => {
  const cwd = await copyOf('spec/examples', 'fixtures');
  expect(await runInProcess(['build', 'spec/examples'], cwd)).toMatchObject({ code: 0 });
  const before = await filesBelow(path.join(cwd, 'out'));
  const { paths } = await findSpecs(['spec/examples'], cwd);
  for (const [seed, file] of paths.entries())
    await writeFile(file, JSON.stringify(permuteKeys(parse(await readFile(file, 'utf8')), seed)));

  expect(await runInProcess(['diff', 'spec/examples'], cwd)).toMatchObject({
    code: 0,
    stdout: `${String(paths.length)} integrations: nothing would change\n`,
  });
  const rebuilt = await runInProcess(['build', 'spec/examples', '--json'], cwd);
  expect(JSON.parse(rebuilt.stdout)).toMatchObject({ integrations: paths.map(() => ({ written: [], removed: [] })) });
  expect(await filesBelow(path.join(cwd, 'out'))).toEqual(before);
});
