import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LONGEST_ATTACHMENT, readAttachments } from './read-attachments.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'attachments-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

it('reads a file, named from the spec', async () => {
  await mkdir(path.join(folder, 'docs'));
  const file = path.join(folder, 'docs/api.md');
  await writeFile(file, 'PUT /deals');
  expect(await readAttachments([{ path: file, role: 'API document' }], folder)).toEqual({
    diagnostics: [],
    attachments: [
      {
        file: 'docs/api.md',
        role: 'API document',
        sha256: '842c7265ef5b0c31dbc153e028d0937da8158cb285b9918663cbe3402717bcc3',
        text: 'PUT /deals',
      },
    ],
  });
});

it('says of each what is wrong with it', async () => {
  const named = (name: string): string => path.join(folder, name);
  await writeFile(named('long.txt'), 'x'.repeat(LONGEST_ATTACHMENT + 1));
  await writeFile(named('latin.txt'), Buffer.from([0x5a, 0x6f, 0xeb]));
  await writeFile(named('binary'), 'PK\0\0');
  const files = ['long.txt', 'latin.txt', 'binary', 'none', '.'].map((name) => ({ path: named(name) }));
  const { attachments, diagnostics } = await readAttachments(files, folder);
  expect(attachments).toEqual([]);
  expect(diagnostics.map((one) => [one.code, one.message.split(': ')[1]])).toEqual([
    ['FR7331', 'it has more than 100 kB'],
    ['FR7331', 'it is no text in UTF-8'],
    ['FR7331', 'it is no text'],
    ['FR7331', 'there is no such file'],
    ['FR7331', 'it is a folder'],
  ]);
});

it('limits all together', async () => {
  const file = path.join(folder, 'log.txt');
  await writeFile(file, 'x'.repeat(LONGEST_ATTACHMENT));
  const { attachments, diagnostics } = await readAttachments(
    Array.from({ length: 5 }, () => ({ path: file })),
    folder,
  );
  expect(attachments).toHaveLength(4);
  expect(diagnostics.map((one) => one.message.split(': ')[1])).toEqual([
    'with it, the attachments have more than 400 kB together',
  ]);
});
