import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../cli/testing/temporary-folder.ts';
import { takeFillLock } from './fill-lock.ts';

const other = (pid: number, host = hostname()): string => JSON.stringify({ pid, host, run: 'another' });

test('is held until it is released, and leaves nothing but what keeps the folder out of git', async () => {
  await using folder = await temporaryFolder();
  const journal = join(folder.path, '.flowright/gaps');
  const lock = await takeFillLock(journal);
  expect(JSON.parse(await readFile(join(journal, 'running.json'), 'utf8'))).toMatchObject({ pid: process.pid });
  if ('release' in lock) await lock.release();
  expect(await readdir(journal)).toEqual([]);
  expect(await readFile(join(folder.path, '.flowright/.gitignore'), 'utf8')).toBe('*\n');
});

test('is refused while a process of this machine has it', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'running.json'), other(process.ppid));
  expect(await takeFillLock(folder.path)).toMatchObject({ held: { pid: process.ppid } });
  expect(await readFile(join(folder.path, 'running.json'), 'utf8')).toBe(other(process.ppid));
});

test.each([
  ['a process that has ended', () => other(spawnSync(process.execPath, ['-e', '']).pid)],
  ['nothing that can be read', () => '{"pid":'],
  ['a run before that had the same number', () => other(process.pid)],
])('is taken over from %s', async (_, left) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'running.json'), left());
  expect(await takeFillLock(folder.path)).toHaveProperty('release');
});

test('is taken over from another machine once that was not heard of', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'running.json');
  await writeFile(file, other(1, 'elsewhere.example'));
  expect(await takeFillLock(folder.path)).toMatchObject({ held: { host: 'elsewhere.example' } });
  await utimes(file, new Date(), new Date(Date.now() - 3_600_000));
  expect(await takeFillLock(folder.path)).toHaveProperty('release');
});

test('goes to one of several processes that come at once, also where a run was killed', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'running.json'), other(spawnSync(process.execPath, ['-e', '']).pid));
  const module = JSON.stringify(new URL('fill-lock.ts', import.meta.url).href);
  const script = `const lock = await (await import(${module})).takeFillLock(process.argv[1]);
    console.log('release' in lock ? 'taken' : 'refused');
    process.stdin.resume();`;
  const argv = ['--no-warnings', '--input-type=module', '-e', script, folder.path];
  const children = [1, 2, 3].map(() => spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'inherit'] }));
  const told = await Promise.all(children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()));
  for (const { stdin } of children) stdin.end();
  expect(told.toSorted()).toEqual(['refused', 'refused', 'taken']);
});
