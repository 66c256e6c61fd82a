import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../cli/testing/temporary-folder.ts';
import { generatorFingerprint, stampsBelow } from './generator-fingerprint.ts';

it('is the same as long as the generator is', () => {
  expect(generatorFingerprint()).toMatch(/^[0-9a-f]{64}$/);
  expect(generatorFingerprint()).toBe(generatorFingerprint());
});

it('changes with any code, whatever the time that a file claims, and not with tests', async () => {
  await using folder = await temporaryFolder();
  const write = async (file: string, text: string): Promise<void> => {
    await writeFile(join(folder.path, file), text);
    await utimes(join(folder.path, file), 0, 0);
  };
  await mkdir(join(folder.path, 'emit/testing'), { recursive: true });
  await write('emit/a.ts', '1');
  const first = stampsBelow(folder.path);
  expect(first).toHaveLength(1);
  await write('emit/a.test.ts', '1');
  await write('emit/testing/b.ts', '1');
  expect(stampsBelow(folder.path)).toEqual(first);
  // The change of a file is told by a clock of some milliseconds.
  await new Promise((resolve) => setTimeout(resolve, 20));
  await write('emit/a.ts', '2');
  expect(stampsBelow(folder.path)).not.toEqual(first);
  await write('emit/c.ts', '');
  expect(stampsBelow(folder.path)).toHaveLength(2);
});
