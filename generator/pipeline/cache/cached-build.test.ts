import { spawnSync } from 'node:child_process';
import { appendFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { SMALL, specFolder } from '../../cli/testing/small-specs.ts';
import type { BuildReport } from '../build-report.ts';
import { buildSpecs } from '../build-specs.ts';

const generator = vi.hoisted(() => ({ fingerprint: 'one' }));
vi.mock('./generator-fingerprint.ts', () => ({ generatorFingerprint: () => generator.fingerprint }));

const SPEC = SMALL.replace(
  'models: { Lead: { fields: { email: string } } }',
  'models: { Lead: { $ref: ./lead.json } }',
);
const LEAD = '{ "type": "object", "properties": { "email": { "type": "string" } }, "required": ["email"] }\n';

const from = ({ timings }: BuildReport): string => ('check' in timings ? 'built' : 'cached');

describe('an unchanged rebuild', () => {
  it('builds nothing, and says the same; the least change makes it a real build', { timeout: 60_000 }, async () => {
    await using folder = await specFolder({ small: SPEC });
    const cwd = folder.path;
    await writeFile(join(cwd, 'lead.json'), LEAD);
    const build = async (more: object = {}): Promise<BuildReport> =>
      await buildSpecs(['.'], { cwd, outDir: 'out', ...more });

    const first = await build();
    expect([from(first), first.diagnostics]).toEqual(['built', []]);
    const second = await build();
    expect(from(second)).toBe('cached');
    const [one] = first.integrations;
    expect(second.integrations).toEqual([{ ...one, written: [], unchanged: one?.written.toSorted() }]);
    expect({ ...second, integrations: [], timings: {}, sources: [] }).toEqual({
      ...first,
      integrations: [],
      timings: {},
      sources: [],
    });
    expect([...second.sources.keys()].toSorted()).toEqual([...first.sources.keys()].toSorted());
    expect(from(await build({ cache: false }))).toBe('built');
    expect(from(await build({ force: true }))).toBe('built');
    expect(from(await buildSpecs(['..'], { cwd: join(cwd, 'out'), outDir: '.' }))).toBe('built');
    await build();

    // A comment is no change of meaning, but costs a build all the same.
    const changes: Readonly<Record<string, () => Promise<unknown>>> = {
      spec: () => appendFile(join(cwd, 'small.integration.yaml'), '# more\n'),
      'referenced file': () =>
        writeFile(join(cwd, 'lead.json'), LEAD.replace('string', 'string", "description": "Mail')),
      generator: async () => (generator.fingerprint = 'two'),
      'deleted output': () => rm(join(cwd, 'out/small/src/main.ts')),
      manifest: () => appendFile(join(cwd, 'out/small/flowright.manifest.json'), '\n'),
      'interrupted build': () => writeFile(join(cwd, 'out/small/.flowright.pending.json'), '{}'),
      record: async () => {
        await rm(join(cwd, 'out/.flowright'), { recursive: true });
        await mkdir(join(cwd, 'out/.flowright'));
      },
    };
    for (const [what, change] of Object.entries(changes)) {
      await change();
      expect([what, from(await build())]).toEqual([what, 'built']);
      expect([what, from(await build())]).toEqual([what, 'cached']);
    }

    await appendFile(join(cwd, 'out/small/src/main.ts'), '// mine\n');
    const edited = await build();
    expect([from(edited), edited.diagnostics.map(({ code }) => code)]).toEqual(['built', ['FR5001']]);
  });

  it('leaves nothing behind of builds that were killed, although it builds nothing', { timeout: 60_000 }, async () => {
    await using folder = await specFolder({ small: SMALL });
    const build = async (): Promise<BuildReport> => await buildSpecs(['.'], { cwd: folder.path, outDir: 'out' });
    await build();
    const out = join(folder.path, 'out');
    const before = await readdir(out, { recursive: true });
    const { pid: dead } = spawnSync(process.execPath, ['--version']);
    for (const file of ['small/src/.main.ts', '.flowright/builds/.0.json'])
      await writeFile(join(out, `${file}.${String(dead)}-0123abcd.tmp`), 'half a fi');
    expect(from(await build())).toBe('cached');
    expect((await readdir(out, { recursive: true })).toSorted()).toEqual(before.toSorted());

    // A build was killed after it had made the folder of the records, which are nobody's to commit.
    await rm(join(out, '.flowright'), { recursive: true });
    await mkdir(join(out, '.flowright/builds'), { recursive: true });
    await build();
    expect(await readFile(join(out, '.flowright/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('tells the warnings again, and builds only what changed', { timeout: 60_000 }, async () => {
    const warned = SMALL.replace('name: small', 'name: warned').replace(
      'endpoints:',
      'tables: { unused: { a: b } }\nendpoints:',
    );
    await using folder = await specFolder({ small: SMALL, warned });
    const cwd = folder.path;
    const build = async (): Promise<BuildReport> => await buildSpecs(['.'], { cwd, outDir: 'out' });
    const first = await build();
    expect(first.diagnostics).toMatchObject([{ code: 'FR3001', place: { file: 'warned.integration.yaml' } }]);
    expect(await build()).toMatchObject({ diagnostics: first.diagnostics, specs: 2 });

    await appendFile(join(cwd, 'small.integration.yaml'), '# more\n');
    const mixed = await build();
    expect(mixed).toMatchObject({
      diagnostics: first.diagnostics,
      specs: 2,
      integrations: [{ name: 'small' }, { name: 'warned' }],
    });
    expect(Object.keys(mixed.timings)).toEqual(expect.arrayContaining(['cache', 'check']));

    // Two of one name are found out although one of them need not be built.
    await writeFile(join(cwd, 'warned.integration.yaml'), await readFile(join(cwd, 'small.integration.yaml'), 'utf8'));
    expect((await build()).diagnostics).toMatchObject([{ code: 'FR2009' }]);
  });
});
