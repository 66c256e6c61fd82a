import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hash } from '../data/hash.ts';
import { manifestName } from './manifest.ts';
import { writeOutput, type WriteOptions, type WriteResult } from './write-output.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'write-'));
});

afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

async function build(
  files: Readonly<Record<string, string>>,
  options: Partial<WriteOptions> = {},
): Promise<WriteResult> {
  const output = Object.entries(files).map(([path, text]) => ({ path, text }));
  return await writeOutput('out', output, { cwd, ...options });
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(cwd, path)), { recursive: true });
  await writeFile(join(cwd, path), text);
}

/** Every file below the output folder but the manifest, with its text. */
async function content(): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(join(cwd, 'out'), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== manifestName)
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.toSorted().map(async (file) => [file.slice(cwd.length + 5), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

const said = ({ diagnostics }: WriteResult): readonly string[] =>
  diagnostics.map(({ code, message }) => `${code} ${message}`);

describe('writeOutput', () => {
  it('makes the folder, and writes the second time only what changed', async () => {
    expect(await build({ 'a.ts': 'a', 'src/b.ts': 'b' })).toEqual({
      written: ['a.ts', 'src/b.ts'],
      unchanged: [],
      removed: [],
      ejected: [],
      manifest: expect.stringMatching(/^[0-9a-f]{64}$/),
      refused: [],
      diagnostics: [],
    });
    const before = await stat(join(cwd, 'out/a.ts'));
    expect(await build({ 'a.ts': 'a', 'src/b.ts': 'B' })).toEqual({
      written: ['src/b.ts'],
      unchanged: ['a.ts'],
      removed: [],
      ejected: [],
      manifest: expect.stringMatching(/^[0-9a-f]{64}$/),
      refused: [],
      diagnostics: [],
    });
    expect(await content()).toEqual({ 'a.ts': 'a', 'src/b.ts': 'B' });
    expect((await stat(join(cwd, 'out/a.ts'))).mtimeMs).toBe(before.mtimeMs);
  });

  it('leaves even the manifest alone where nothing changed', async () => {
    await build({ 'a.ts': 'a' });
    const before = await stat(join(cwd, 'out', manifestName));
    expect(await build({ 'a.ts': 'a' })).toMatchObject({ written: [], unchanged: ['a.ts'] });
    expect((await stat(join(cwd, 'out', manifestName))).ino).toBe(before.ino);
  });

  it('notes in the manifest what it is given', async () => {
    const origins = new Map([['a.ts', { spec: 'mappings.a', symbols: { a: 'mappings.a' } }]]);
    await build({ 'a.ts': 'a' }, { notes: { generator: '1' }, origins });
    expect(JSON.parse(await readFile(join(cwd, 'out', manifestName), 'utf8'))).toMatchObject({
      version: 2,
      generator: '1',
      files: { 'a.ts': { sha256: hash('a'), spec: 'mappings.a', symbols: { a: 'mappings.a' } } },
    });
  });

  it('removes what is no longer generated, with the folders that it leaves empty', async () => {
    await build({ 'a.ts': 'a', 'old/deep/b.ts': 'b', 'kept/c.ts': 'c' });
    await put('out/kept/mine.txt', 'mine');
    expect(await build({ 'a.ts': 'a' })).toMatchObject({ removed: ['kept/c.ts', 'old/deep/b.ts'], diagnostics: [] });
    expect(await content()).toEqual({ 'a.ts': 'a', 'kept/mine.txt': 'mine' });
    expect(await readdir(join(cwd, 'out'))).not.toContain('old');
  });

  it('keeps what is no longer generated but was edited, and says so', async () => {
    await build({ 'a.ts': 'a', 'b.ts': 'b' });
    await put('out/b.ts', 'edited');
    const result = await build({ 'a.ts': 'a' });
    expect(said(result)).toEqual(["FR5006 'out/b.ts' is no longer generated, but was edited by hand; it is kept"]);
    expect(await content()).toEqual({ 'a.ts': 'a', 'b.ts': 'edited' });
    expect(said(await build({ 'a.ts': 'a' }))).toEqual([]);
  });

  it('overwrites no file that was edited by hand, and then writes nothing at all', async () => {
    await build({ 'a.ts': 'a', 'b.ts': 'b', 'c.ts': 'c' });
    await put('out/a.ts', 'edited');
    await put('out/b.ts', 'edited');
    const result = await build({ 'a.ts': 'A', 'b.ts': 'B', 'c.ts': 'C' });
    expect(said(result)).toEqual([
      "FR5001 'out/a.ts' was edited by hand; it is not overwritten",
      "FR5001 'out/b.ts' was edited by hand; it is not overwritten",
    ]);
    expect(result).toMatchObject({ written: [], unchanged: [], removed: [] });
    expect(result.refused).toEqual([
      { path: 'a.ts', kind: 'edited', before: 'edited', after: 'A' },
      { path: 'b.ts', kind: 'edited', before: 'edited', after: 'B' },
    ]);
    expect(await content()).toEqual({ 'a.ts': 'edited', 'b.ts': 'edited', 'c.ts': 'c' });
    expect(await build({ 'a.ts': 'A', 'b.ts': 'B', 'c.ts': 'C' }, { force: true })).toMatchObject({
      written: ['a.ts', 'b.ts', 'c.ts'],
      diagnostics: [],
    });
  });

  it('knows the files that an interrupted build has put in their places, also where it was the first', async () => {
    const pending = JSON.stringify({ version: 1, files: { 'a.ts': hash('A'), 'b.ts': hash('B') } });
    await put('out/.flowright.pending.json', pending);
    await put('out/a.ts', 'A');
    expect(await build({ 'a.ts': 'new', 'b.ts': 'new' })).toMatchObject({ written: ['a.ts', 'b.ts'], diagnostics: [] });
    await put('out/.flowright.pending.json', pending);
    await put('out/a.ts', 'A');
    await put('out/b.ts', 'mine');
    expect(said(await build({ 'a.ts': 'newer', 'b.ts': 'newer' }))).toEqual([
      "FR5001 'out/b.ts' was edited by hand; it is not overwritten",
    ]);
    expect(await build({ 'a.ts': 'newer' })).toMatchObject({ written: ['a.ts'] });
    expect(await readdir(join(cwd, 'out'))).toEqual(['a.ts', 'b.ts', manifestName]);
  });

  it('does not mind an edit that is what would be generated', async () => {
    await build({ 'a.ts': 'a' });
    await put('out/a.ts', 'A');
    expect(await build({ 'a.ts': 'A' })).toMatchObject({ written: [], unchanged: ['a.ts'], diagnostics: [] });
  });

  it('writes a generated file anew that was deleted', async () => {
    await build({ 'a.ts': 'a' });
    await rm(join(cwd, 'out/a.ts'));
    expect(await build({ 'a.ts': 'a' })).toMatchObject({ written: ['a.ts'], diagnostics: [] });
  });

  it('takes over a folder only where it overwrites nothing', async () => {
    await put('out/a.ts', 'mine');
    await put('out/same.ts', 'same');
    await put('out/.env', 'SECRET=1');
    expect(said(await build({ 'a.ts': 'a', 'same.ts': 'same' }))).toEqual([
      "FR5002 'out/a.ts' exists and was not generated; it is not overwritten",
    ]);
    expect(await readdir(join(cwd, 'out'))).toEqual(['.env', 'a.ts', 'same.ts']);
    expect(await build({ 'same.ts': 'same', 'new.ts': 'n' })).toMatchObject({
      written: ['new.ts'],
      unchanged: ['same.ts'],
      diagnostics: [],
    });
  });

  it('refuses paths that leave the folder', async () => {
    for (const path of ['../a.ts', '/tmp/a.ts', 'a/../../b.ts', 'a\\..\\..\\b.ts', 'C:/a.ts', '']) {
      expect(said(await build({ [path]: 'x', 'ok.ts': 'x' })), path).toEqual([
        `FR5003 '${path}' is outside the output folder 'out'`,
      ]);
    }
    expect(await readdir(cwd)).toEqual([]);
  });

  it('refuses to write, and to remove, through symbolic links', async () => {
    await put('elsewhere/b.ts', 'b');
    await build({ 'link/b.ts': 'b', 'c.ts': 'c' });
    await rm(join(cwd, 'out/link'), { recursive: true });
    await symlink(join(cwd, 'elsewhere'), join(cwd, 'out/link'));
    expect(said(await build({ 'link/b.ts': 'B', 'c.ts': 'c' }))[0]).toMatch(/^FR5003 'out\/link\/b.ts' is outside/);
    await build({ 'c.ts': 'c' });
    expect(await readFile(join(cwd, 'elsewhere/b.ts'), 'utf8')).toBe('b');
    await rm(join(cwd, 'out/c.ts'));
    await symlink(join(cwd, 'elsewhere/b.ts'), join(cwd, 'out/c.ts'));
    expect(said(await build({ 'c.ts': 'C' }, { force: true }))[0]).toMatch(/^FR5003/);
  });

  it('refuses two files in one place, also where case does not count', async () => {
    expect(said(await build({ 'a.ts': '1', 'A.ts': '2' }))[0]).toMatch(/^FR9001/);
    expect(said(await build({ [manifestName]: '{}' }))[0]).toMatch(/^FR9001/);
  });

  it('does not trust a broken manifest, unless forced', async () => {
    await build({ 'a.ts': 'a' });
    await put(`out/${manifestName}`, '{"version": 1, "files": {"../../x": "y"}}');
    expect(said(await build({ 'a.ts': 'A' }))[0]).toMatch(
      /^FR5005 the manifest 'out\/flowright.manifest.json' cannot be read/,
    );
    expect(await build({ 'a.ts': 'A' }, { force: true })).toMatchObject({ written: ['a.ts'], diagnostics: [] });
  });

  it('writes nothing where one file cannot be written', async () => {
    await put('out/blocked', 'a file where a folder is wanted');
    const result = await build({ 'a.ts': 'a', 'blocked/b.ts': 'b' });
    expect(said(result)).toEqual(["FR5004 cannot write 'out/blocked/b.ts': a file is in the way of a folder"]);
    expect(await content()).toEqual({ blocked: 'a file where a folder is wanted' });
    await mkdir(join(cwd, 'out/c.ts'));
    expect(said(await build({ 'c.ts': 'c' }))).toEqual(["FR5004 cannot write 'out/c.ts': a folder is in the way"]);
  });

  it('discards what it staged where staging fails midway', async () => {
    const long = `${'x'.repeat(240)}.ts`;
    const result = await build({ 'new/a.ts': 'a', [long]: 'b' });
    expect(said(result)[0]).toMatch(/^FR5004 .*the name is too long$/);
    expect(await content()).toEqual({});
  });

  it.skipIf(getuid?.() === 0)('says where it has no permission', async () => {
    await mkdir(join(cwd, 'out'));
    await chmod(join(cwd, 'out'), 0o555);
    expect(said(await build({ 'a.ts': 'a' }))).toEqual(["FR5004 cannot write 'out/a.ts': no permission"]);
    await chmod(join(cwd, 'out'), 0o755);
  });

  it('ends, from any build to any other, with the files of the last one and the files of the user', async () => {
    const anyOutput = fc.dictionary(
      fc.constantFrom('a.ts', 'b/c.ts', 'b/d.ts', 'e/f/g.ts'),
      fc.constantFrom('1', '2'),
      { noNullPrototype: true },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyOutput, { minLength: 1, maxLength: 4 }), async (outputs) => {
        await rm(join(cwd, 'out'), { recursive: true, force: true });
        await put('out/b/mine.txt', 'mine');
        for (const output of outputs) expect((await build(output)).diagnostics).toEqual([]);
        expect(await content()).toEqual({ ...outputs.at(-1), 'b/mine.txt': 'mine' });
      }),
      { numRuns: 30 },
    );
  });
});
