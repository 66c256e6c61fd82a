import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startMessagesApi } from '../../testing/messages-api/messages-api.ts';
import { inOrder } from '../../testing/messages-api/script.ts';
import { runInProcess } from '../testing/run-in-process.ts';
import { ASKS, GRADE, shopFolder } from './testing/gap-specs.ts';

test('prints what filling sends, to the letter', { timeout: 30_000 }, async () => {
  await using folder = await shopFolder();
  await writeFile(join(folder.path, 'log.txt'), 'boom');
  const server = await startMessagesApi({ script: inOrder(GRADE) });
  try {
    const parts = ['shop', 'grade', '--attach', 'log.txt:what went wrong'];
    const shown = await runInProcess(['gaps', 'prompt', ...parts, '--json'], folder.path);
    await runInProcess(['gaps', 'fill', ...parts, '--base-url', server.baseUrl], folder.path);
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual(JSON.parse(shown.stdout));
  } finally {
    await server.close();
  }
});

test('tells tokens and cost apart from the prompt, and has them counted', { timeout: 30_000 }, async () => {
  await using folder = await shopFolder();
  const { stdout, stderr } = await runInProcess(['gaps', 'prompt', 'shop', 'grade'], folder.path);
  expect(stdout).toMatch(/^── system ──\n[^]*\n── user ──\n/);
  expect(stdout).toContain(ASKS.grade);
  expect(stderr).toMatch(
    /^fill@v\d+, claude-sonnet-5-5: about [\d,]+ tokens in \(\$0\.\d{4}\), a reply of at most 8,192 \(\$0\.\d{4}\)\n$/,
  );
  const server = await startMessagesApi({ script: inOrder(GRADE) });
  try {
    const counted = ['gaps', 'prompt', 'shop', 'grade', '--count', '--base-url', server.baseUrl, '--model', 'other'];
    expect((await runInProcess(counted, folder.path)).stderr).toMatch(
      /^fill@v\d+, other: [\d,]+ tokens in, a reply of at most 8,192, its price is not known\n$/,
    );
  } finally {
    await server.close();
  }
});
