import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './repository.ts';

/** The folders of the generator in the order in which they build on each other: each may import from those before it. */
const ORDER = [
  'data',
  'diagnostics',
  'spec',
  'shape',
  'expression',
  'openapi',
  'load',
  'ir',
  'check',
  'plan',
  'flow',
  'emit',
  'format',
  'verify',
  'write',
  'gap',
  'pipeline',
  'eval',
  'mutation',
  'cli',
  'conformance',
  'testing',
];

/** Run by developers, not by the stages: writes the types of the spec language, formatted as the rest. */
const SCRIPT = 'spec/spec-types.ts';

const IMPORT = /(?:from|import\()\s*'(?<specifier>\.{1,2}\/[^']+)'/g;

/** Relative imports of a file, as paths below `root`. */
async function importsOf(file: string, root: string): Promise<readonly string[]> {
  const text = await readFile(path.join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) =>
    path.posix.normalize(path.posix.join(path.posix.dirname(file), match.groups?.['specifier'] ?? '')),
  );
}

async function sources(root: string): Promise<readonly string[]> {
  const files: string[] = [];
  for await (const file of glob('**/*.ts', { cwd: root })) {
    const name = file.split(path.sep).join('/');
    if (name !== SCRIPT && !name.startsWith('dist/') && !/\.test\.ts$|(?:^|\/)testing\//.test(name)) files.push(name);
  }
  return files;
}

test('imports of the generator only point back to what a folder builds on', async () => {
  const root = path.join(repository, 'generator');
  const wrong: string[] = [];
  for (const file of await sources(root)) {
    const own = ORDER.indexOf(file.split('/')[0] ?? '');
    expect(own, `${file} is in a folder that the order does not name`).toBeGreaterThanOrEqual(0);
    for (const imported of await importsOf(file, root)) {
      const other = ORDER.indexOf(imported.split('/')[0] ?? '');
      if (other > own) wrong.push(`${file} imports ${imported}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the runtime imports nothing of the generator', async () => {
  const root = path.join(repository, 'runtime');
  const outside: string[] = [];
  for (const file of await sources(root)) {
    outside.push(
      ...(await importsOf(file, root)).filter((one) => one.startsWith('../')).map((one) => `${file}: ${one}`),
    );
  }
  expect(outside).toEqual([]);
});

test('ts-morph is known to one folder', async () => {
  const root = path.join(repository, 'generator');
  const users: string[] = [];
  for (const file of await sources(root)) {
    if (/from 'ts-morph'/.test(await readFile(path.join(root, file), 'utf8'))) users.push(path.posix.dirname(file));
  }
  expect([...new Set(users)]).toEqual(['emit/syntax']);
});
