import { spawnSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../cli/testing/temporary-folder.ts';
import { removeLeftoverFolders, removeLeftovers, temporaryPrefix, temporarySuffix } from './leftovers.ts';

/** Of a process that has ended. */
const { pid: dead } = spawnSync(process.execPath, ['--version']);

it('takes away what a killed build has left, with the folders made for it, and nothing else', async () => {
  await using folder = await temporaryFolder();
  const put = async (file: string): Promise<void> => {
    await mkdir(join(folder.path, file, '..'), { recursive: true });
    await writeFile(join(folder.path, file), '');
  };
  const kept = [
    `.a.ts.${temporarySuffix('0123abcd')}`,
    `node_modules/.a.ts.${dead}-0123abcd.tmp`,
    'src/a.tmp',
    'src/b.ts',
  ];
  for (const file of [
    ...kept,
    `.a.ts.${dead}-0123abcd.tmp`,
    `src/.b.ts.${dead}-0123abcd.tmp`,
    `new/deep/.c.ts.${dead}-0123abcd.tmp`,
  ])
    await put(file);
  await removeLeftovers(folder.path);
  const entries = await readdir(folder.path, { recursive: true });
  expect(entries.toSorted()).toEqual([...kept, 'node_modules', 'src'].toSorted());
});

it('takes away the folders of killed builds', async () => {
  await using folder = await temporaryFolder();
  const kept = [`${temporaryPrefix()}xyz`, 'flowright-abc', 'other'];
  for (const name of [...kept, `flowright-${dead}-xyz`])
    await mkdir(join(folder.path, name, 'deep'), { recursive: true });
  await removeLeftoverFolders(folder.path);
  expect((await readdir(folder.path)).toSorted()).toEqual(kept.toSorted());
});
