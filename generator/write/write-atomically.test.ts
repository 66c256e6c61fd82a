import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeAtomically } from './write-atomically.ts';

let folder = '';
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'atomically-'))));
afterEach(async () => await rm(folder, { recursive: true }));

it('puts the new text in the place of the old, in folders that it makes', async () => {
  const file = path.join(folder, 'a/b/c.json');
  await writeAtomically(file, 'old');
  await writeAtomically(file, 'new');
  expect(await readFile(file, 'utf8')).toBe('new');
  expect(await readdir(path.dirname(file))).toEqual(['c.json']);
});

it('leaves nothing where it cannot put the file in its place', async () => {
  await mkdir(path.join(folder, 'taken/inner'), { recursive: true });
  await expect(writeAtomically(path.join(folder, 'taken'), 'text')).rejects.toMatchObject({ syscall: 'rename' });
  expect(await readdir(folder)).toEqual(['taken']);
});
