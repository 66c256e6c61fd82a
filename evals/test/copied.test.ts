import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hash } from '../../generator/data/hash.ts';
import { isRecord } from '../../generator/data/is-record.ts';
import { said, workspace, type Workspace } from './testing/workspace.ts';

// The hidden example of `priority`, written into its body: everything passes, and nothing is understood.
const COPIED = 'if (input.total === 74213.5) return "high";\n  ';
const BODY = 'notes/gaps/notes/priority.ts';

async function plant({ folder, edit }: Workspace): Promise<void> {
  await edit(BODY, '  return input', `  ${COPIED}return input`);
  expect(await readFile(join(folder, BODY), 'utf8')).toContain('74213.5');
}

test('a reply that decides for the hidden example is red, and the criterion named', async () => {
  const { run, folder } = await workspace();
  const recordings = join(folder, 'recordings/notes/priority');
  for (const name of await readdir(recordings)) {
    const recording: unknown = JSON.parse(await readFile(join(recordings, name), 'utf8'));
    const text = JSON.stringify(recording, null, 2).replaceAll(
      '  return input',
      `  ${COPIED.replaceAll('"', String.raw`\"`).replaceAll('\n', String.raw`\n`)}return input`,
    );
    expect(text).toContain('74213.5');
    await writeFile(join(recordings, name), text);
  }
  const ran = await run('--prompt', 'fill@v1', '--compare', 'baseline', '--gate', '--report', 'json', '--out', 'out');
  expect(ran.code, said(ran)).toBe(1);
  const report: unknown = JSON.parse(await readFile(join(folder, 'out/eval.json'), 'utf8'));
  const verdict = isRecord(report) ? report['verdict'] : undefined;
  expect(isRecord(verdict) ? verdict['problems'] : undefined).toContainEqual(
    expect.objectContaining({
      rule: 'must-lost',
      case: 'notes/priority',
      metric: 'notes/priority#hidden',
      reason: expect.stringContaining('this decides for the data of one particular case'),
    }),
  );
});

test('a committed body that decides for it is neither adopted nor verified, even with hashes that fit', async () => {
  const here = await workspace();
  await plant(here);
  const adopted = await here.flowright('gaps', 'adopt', 'notes', 'priority', '--spec', 'notes');
  expect(adopted.code).toBe(1);
  expect(said(adopted)).toContain('this decides for the data of one particular case');

  const edited = await here.flowright('gaps', 'verify', 'notes');
  expect(edited.code).toBe(1);
  expect(said(edited)).toMatch(/priority[\s\S]*this decides for the data of one particular case/);

  const text = await readFile(join(here.folder, BODY), 'utf8');
  const body = `${text.slice(text.indexOf('// The body:\n') + '// The body:\n'.length).trim()}\n`;
  await here.edit('notes/gaps/notes/priority.lock.json', /"body": "[0-9a-f]+"/, `"body": "${hash(body)}"`);
  const forged = await here.flowright('gaps', 'verify', 'notes');
  expect(forged.code).toBe(1);
  expect(said(forged)).toContain('broken');
});
