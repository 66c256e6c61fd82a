import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getuid } from 'node:process';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSpecs, type LoadResult } from './load-specs.ts';
import { resolveReference } from './references/resolve-reference.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'load-'));
});

afterEach(async () => {
  await rm(cwd, { recursive: true, force: true });
});

async function write(file: string, content: string | Uint8Array): Promise<void> {
  const path = join(cwd, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function spec(more = '', name = 'shop'): string {
  return `flowright: 1\nname: ${name}\nsystems: { s: { baseUrl: https://s.test } }\nworkflows: { w: { trigger: { manual: {} }, steps: [] } }\n${more}`;
}

function shown({ diagnostics }: LoadResult): readonly string[] {
  return diagnostics.map(({ place, code, message }) => {
    const where = place === undefined ? '' : `${place.file}:${place.line}:${place.column} `;
    return `${where}${code} ${message}`;
  });
}

const names = ({ specs }: LoadResult): readonly string[] => specs.map((one) => one.file);

describe('inputs', () => {
  beforeEach(async () => {
    await write('specs/b.integration.yaml', spec());
    await write('specs/a.integration.yml', spec());
    await write(
      'specs/deep/c.integration.json',
      JSON.stringify({
        flowright: 1,
        name: 'c',
        systems: { s: { baseUrl: 'https://s.test' } },
        workflows: { w: { trigger: { manual: {} }, steps: [] } },
      }),
    );
    await write('specs/other.yaml', 'not: a spec');
    await write('specs/node_modules/x/d.integration.yaml', spec());
    await write('specs/.hidden/e.integration.yaml', spec());
  });

  it('searches directories, sorted, without node_modules and dot-folders', async () => {
    const result = await loadSpecs(['specs'], { cwd });
    expect(shown(result)).toEqual([]);
    expect(names(result)).toEqual([
      'specs/a.integration.yml',
      'specs/b.integration.yaml',
      'specs/deep/c.integration.json',
    ]);
  });

  it('takes files and globs, each file once, in the order of the inputs', async () => {
    const result = await loadSpecs(['specs/b.integration.yaml', 'specs/**/*.integration.*', './specs'], { cwd });
    expect(names(result)).toEqual([
      'specs/b.integration.yaml',
      'specs/a.integration.yml',
      'specs/deep/c.integration.json',
    ]);
  });

  it('calls a file outside the working directory by its absolute path', async () => {
    const result = await loadSpecs(['../a.integration.yml'], { cwd: join(cwd, 'specs/deep') });
    expect(names(result)).toEqual([join(cwd, 'specs/a.integration.yml')]);
  });

  it('reports inputs that lead to nothing', async () => {
    await mkdir(join(cwd, 'empty'));
    const result = await loadSpecs(['none.yaml', 'empty', 'specs/*.nothing', 'specs/b.integration.yaml'], { cwd });
    expect(shown(result)).toEqual([
      "FR1001 no file 'none.yaml'",
      "FR1008 no integration spec in 'empty'",
      "FR1008 no integration spec in 'specs/*.nothing'",
    ]);
    expect(names(result)).toEqual(['specs/b.integration.yaml']);
  });
});

describe('any input', () => {
  it('is answered with specs or with what is wrong', async () => {
    const name = fc.string({
      unit: fc.constantFrom('a', '*', '[', ']', '{', '}', '?', '!', '\u0000', 'é', ' ', '(', '@'),
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(name, async (input) => {
        const { specs, diagnostics } = await loadSpecs([input], { cwd });
        expect(specs).toEqual([]);
        expect(diagnostics.map((one) => one.code)).toEqual([expect.stringMatching(/^FR100[148]$/)]);
      }),
    );
  });
});

describe('a spec', () => {
  it('is deep-frozen, and knows its text and places', async () => {
    await write('a.yaml', spec('title: Shop\n'));
    const { specs, sources } = await loadSpecs(['a.yaml'], { cwd });
    const [one] = specs;
    expect(one).toMatchObject({ file: 'a.yaml', path: join(cwd, 'a.yaml'), spec: { name: 'shop' } });
    expect(Object.isFrozen(one?.spec.systems.s)).toBe(true);
    expect(one?.place(['title'])).toEqual({ file: 'a.yaml', line: 5, column: 8, endLine: 5, endColumn: 12 });
    expect(sources.get('a.yaml')).toBe(one?.text);
  });

  it('may begin with a byte order mark and have CRLF', async () => {
    await write('a.yaml', `\uFEFF${spec('title: Shop\n').replaceAll('\n', '\r\n')}`);
    const { specs } = await loadSpecs(['a.yaml'], { cwd });
    expect(specs[0]?.place(['flowright'])).toMatchObject({ line: 1, column: 12 });
    expect(specs[0]?.place(['title'])).toMatchObject({ line: 5, column: 8, endColumn: 12 });
  });

  it('that is broken does not stop the others, and all are reported', async () => {
    await write('a.integration.yaml', 'a: [');
    await write('b.integration.yaml', spec('titel: x\nmodels: { A: { $ref: ./none.json } }\n'));
    await write('c.integration.yaml', spec());
    const result = await loadSpecs(['.'], { cwd });
    expect(shown(result)).toEqual([
      'a.integration.yaml:1:5 FR1020 a list or object in brackets is not closed, or not indented enough',
      "b.integration.yaml:5:1 FR1101 the spec has no key 'titel'",
      "b.integration.yaml:6:22 FR1001 no file 'none.json'",
    ]);
    expect(names(result)).toEqual(['c.integration.yaml']);
  });

  it('is not handed on where a file that it refers to is missing, or one of that file', async () => {
    await write('a.integration.yaml', spec('models: { A: { $ref: ./a.json } }\n'));
    await write('b.integration.yaml', spec('models: { A: { $ref: ./none.json } }\n', 'other'));
    await write('a.json', '{ "properties": { "b": { "$ref": "./b.json" } } }');
    const result = await loadSpecs(['.'], { cwd });
    expect(shown(result)).toEqual([
      "a.json:1:34 FR1001 no file 'b.json'",
      "b.integration.yaml:5:22 FR1001 no file 'none.json'",
    ]);
    expect([result.found, names(result)]).toEqual([2, []]);
  });

  it('is refused where its file is no text of a sensible size', async () => {
    await write('latin.yaml', new Uint8Array([0x61, 0x3a, 0x20, 0xe4]));
    await write('large.yaml', 'x'.repeat(2 * 1024 * 1024 + 1));
    await write('empty.yaml', '\n');
    await symlink('/dev/null', join(cwd, 'device.yaml'));
    const result = await loadSpecs(['latin.yaml', 'large.yaml', 'empty.yaml', 'device.yaml'], { cwd });
    expect(shown(result)).toEqual([
      "FR1004 cannot read 'device.yaml': not a regular file",
      "FR1005 'large.yaml' has 2.1 MB; the limit is 2 MB",
      "FR1006 'latin.yaml' is not UTF-8 text",
      "empty.yaml:1:1 FR1007 'empty.yaml' is empty",
    ]);
  });

  it.skipIf(getuid?.() === 0)('is refused where it may not be read', async () => {
    await write('a.yaml', spec());
    await chmod(join(cwd, 'a.yaml'), 0);
    expect(shown(await loadSpecs(['a.yaml'], { cwd }))).toEqual(["FR1003 no permission to read 'a.yaml'"]);
  });

  it('may be any bytes: loading never rejects', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ unit: fc.constantFrom(...'a:-[]{}&*!|>\'"%@`?,# \n\t'.split('')) }),
        ),
        async (content) => {
          await write('a.integration.yaml', content);
          const { specs, diagnostics } = await loadSpecs(['.'], { cwd });
          expect(specs.length === 0 && diagnostics.length > 0).toBe(true);
        },
      ),
    );
  });
});

describe('references', () => {
  it('are read once, relative to the file that has them, through schemas', async () => {
    await write(
      'specs/a.integration.yaml',
      spec(
        'models:\n  A: { $ref: ../models/a.json }\n  B: { $ref: "../models/b.yaml#/$defs/x" }\ntables: { t: ./t.json }\n',
      ),
    );
    await write('models/a.json', '{ "properties": { "b": { "$ref": "./b.yaml" }, "a": { "$ref": "#" } } }');
    await write('models/b.yaml', 'type: object\nproperties: { again: { $ref: a.json } }\n');
    await write('specs/t.json', '{ "x": 1 }');
    const result = await loadSpecs(['specs'], { cwd });
    expect(shown(result)).toEqual([]);
    const [one] = result.specs;
    expect([...(one?.files.values() ?? [])].map((file) => file.file).toSorted()).toEqual([
      'models/a.json',
      'models/b.yaml',
      'specs/t.json',
    ]);
    const table = one?.files.get(resolveReference(one.path, './t.json'));
    expect(table?.data).toEqual({ x: 1 });
    expect(table?.place(['x'])).toEqual({ file: 'specs/t.json', line: 1, column: 8, endLine: 1, endColumn: 9 });
    expect([...result.sources.keys()].toSorted()).toEqual([
      'models/a.json',
      'models/b.yaml',
      'specs/a.integration.yaml',
      'specs/t.json',
    ]);
  });

  it('are found wherever a spec has them', async () => {
    await write(
      'a.yaml',
      [
        'flowright: 1',
        'name: shop',
        'systems: { s: { baseUrl: https://s.test } }',
        'models: { A: { infer: [./1.json, ./2.json] } }',
        'endpoints:',
        '  e: { system: s, method: GET, path: /x, response: { $ref: ./3.json }, query: { q: { type: { $ref: ./4.json } } }, example: ./5.json, mock: { seed: ./6.json } }',
        'logic: { l: { rule: r, input: { a: { $ref: ./7.json } }, output: { $ref: ./8.json } } }',
        'mappings: { m: { from: { a: { $ref: ./9.json } }, to: A } }',
        'workflows:',
        '  w:',
        '    trigger: { manual: { input: { $ref: ./10.json } } }',
        '    checkpoint: { c: { type: { $ref: ./11.json } } }',
        '    steps: []',
        '    acceptanceCriteria: [{ id: AC1, text: t, given: { request: ./12.json, collections: { orders: ./13.json, inline: [{ $ref: ./no.json }] } } }]',
        'tenants: { variables: { v: { $ref: ./14.json } } }',
      ].join('\n'),
    );
    const missing = shown(await loadSpecs(['a.yaml'], { cwd })).map((one) => /no file '(\d+)/.exec(one)?.[1]);
    expect(missing.map(Number).toSorted((left, right) => left - right)).toEqual(
      Array.from({ length: 14 }, (_, at) => at + 1),
    );
  });

  it('that lead nowhere are reported where they stand; what is wrong in a file, once', async () => {
    await write(
      'a.integration.yaml',
      spec(
        'models:\n  A: { $ref: ./none.json }\n  B: { $ref: https://x.test/b.json }\n  C: { $ref: ./broken.json }\n  D: { $ref: ./far.json }\ntables: { t: ./folder }\n',
      ),
    );
    await write('b.integration.yaml', spec('models: { C: { $ref: ./broken.json } }\n'));
    await write('broken.json', '{ "a": 1');
    await write('far.json', '{ "items": { "$ref": "./gone.json" } }');
    await mkdir(join(cwd, 'folder'));
    expect(shown(await loadSpecs(['.'], { cwd }))).toEqual([
      "a.integration.yaml:6:14 FR1001 no file 'none.json'",
      "a.integration.yaml:7:14 FR1009 'https://x.test/b.json' is on the network; only files are read",
      "a.integration.yaml:10:14 FR1002 'folder' is a directory",
      'broken.json:1:9 FR1030 this is not valid JSON: it ends too early',
      "far.json:1:22 FR1001 no file 'gone.json'",
    ]);
  });

  it('may leave the project', async () => {
    await write('project/a.integration.yaml', spec('tables: { t: ../shared/t.json }\n'));
    await write('shared/t.json', '{}');
    const { specs, diagnostics } = await loadSpecs(['.'], { cwd: join(cwd, 'project') });
    expect(diagnostics).toEqual([]);
    expect([...(specs[0]?.files.keys() ?? [])]).toEqual([join(cwd, 'shared/t.json')]);
  });

  it('follows no symbolic link into a circle', async () => {
    await write('specs/a.integration.yaml', spec());
    await symlink(join(cwd, 'specs'), join(cwd, 'specs/again'));
    expect(names(await loadSpecs(['specs'], { cwd }))).toEqual(['specs/a.integration.yaml']);
  });
});
