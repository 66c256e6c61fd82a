import { execFile } from 'node:child_process';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { buildSpecs } from '../pipeline/build-specs.ts';
import { copyOf, filesBelow, repository } from './repository.ts';

const SLOW = 120_000;
const outputs = (await readdir(path.join(repository, 'out'))).filter((name) => !name.startsWith('.'));

describe('the outputs in out/', () => {
  test(
    'are what the specs in spec/examples build, to the byte; a second build writes nothing',
    { timeout: SLOW },
    async () => {
      const cwd = await copyOf('spec/examples', 'fixtures');
      const first = await buildSpecs(['spec/examples'], { cwd, outDir: 'out' });
      expect(first.diagnostics).toEqual([]);
      const fresh = await filesBelow(path.join(cwd, 'out'));
      const committed = await filesBelow(path.join(repository, 'out'));
      expect(Object.keys(fresh)).toEqual(Object.keys(committed));
      // One by one, for the difference to be readable.
      for (const [file, text] of Object.entries(fresh))
        expect(text, `out/${file} is not what its spec builds: run npm run flowright -- build spec/examples`).toBe(
          committed[file],
        );

      const before = await timesOf(path.join(cwd, 'out'), Object.keys(fresh));
      const second = await buildSpecs(['spec/examples'], { cwd, outDir: 'out', cache: false });
      expect(
        second.integrations.map(({ name, written, removed, unchanged }) => ({
          name,
          written,
          removed,
          unchanged: unchanged.length,
        })),
      ).toEqual(
        first.integrations.map(({ name, written }) => ({ name, written: [], removed: [], unchanged: written.length })),
      );
      expect(await filesBelow(path.join(cwd, 'out'))).toEqual(fresh);
      expect(await timesOf(path.join(cwd, 'out'), Object.keys(fresh))).toEqual(before);
    },
  );

  test(
    'come out the same from another working directory, one by one and in another order',
    { timeout: SLOW },
    async () => {
      const folder = await copyOf('spec/examples', 'fixtures');
      const cwd = path.join(folder, 'fixtures', 'stripe');
      const specs = outputs.map((name) => `../../spec/examples/${name}`);
      for (const spec of specs.toReversed())
        expect((await buildSpecs([spec], { cwd, outDir: '../../out' })).diagnostics).toEqual([]);
      expect(await filesBelow(path.join(folder, 'out'))).toEqual(await filesBelow(path.join(repository, 'out')));
    },
  );

  test.each(outputs)('%s passes the strictest TypeScript with its own settings', { timeout: SLOW }, async (name) => {
    const project = path.join(repository, 'out', name, 'tsconfig.json');
    const tsc = async (...args: readonly string[]) =>
      await promisify(execFile)(
        process.execPath,
        [path.join(repository, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', project, ...args],
        { cwd: repository },
      );
    const { stdout: config } = await tsc('--showConfig');
    expect(JSON.parse(config)).toMatchObject({
      compilerOptions: { strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
      files: expect.arrayContaining(['./src/main.ts', './src/mocks.ts']),
    });
    await expect(tsc('--pretty', 'false')).resolves.toEqual({ stdout: '', stderr: '' });
  });

  test.each(outputs)(
    '%s holds nothing that looks like a secret of a person, and no path of a machine',
    async (name) => {
      const files = await filesBelow(path.join(repository, 'out', name));
      for (const [file, text] of Object.entries(files)) {
        expect(text.includes(repository), file).toBe(false);
        expect(/\b(?:sk_live_|shpat_|pat-(?:na|eu)\d-)\w+/u.exec(text), file).toBe(null);
      }
      expect(await readFile(path.join(repository, 'out', name, '.env.example'), 'utf8')).not.toMatch(
        /^[A-Z_]*(?:TOKEN|SECRET|KEY)=\S/mu,
      );
    },
  );
});

async function timesOf(folder: string, files: readonly string[]): Promise<readonly number[]> {
  return await Promise.all(files.map(async (file) => (await stat(path.join(folder, file))).mtimeMs));
}
