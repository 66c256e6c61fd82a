import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { notWritten } from './not-written.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const said = async (error: unknown, path: string, cwd: string): Promise<string> => {
  const { code, message, fix } = await notWritten(error, path, { cwd, option: '--out' });
  return `${code} ${message} → ${String(fix)}`;
};

it('names the file that is in the way, else says in words what the operating system has against it', async () => {
  await using folder = await temporaryFolder();
  const cwd = folder.path;
  await writeFile(join(cwd, 'notes'), '');
  const attempt = await mkdir(join(cwd, 'notes/deep/er'), { recursive: true }).catch((error: unknown) => error);
  expect(await said(attempt, join(cwd, 'notes/deep/er'), cwd)).toBe(
    "FR6013 cannot write 'notes/deep/er': 'notes' is a file, not a folder → rename or remove 'notes', or choose another place with --out",
  );
  const taken = await writeFile(cwd, '').catch((error: unknown) => error);
  expect(await said(taken, cwd, '/')).toMatch(/: a folder is in the way → see to that, or choose another place/);
  expect(await said(Object.assign(new Error('x'), { code: 'EACCES' }), join(cwd, 'a.svg'), cwd)).toBe(
    "FR6013 cannot write 'a.svg': no permission → see to that, or choose another place with --out",
  );
});
