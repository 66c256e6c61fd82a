import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionlint } from './testing/actionlint.ts';

const root = join(import.meta.dirname, '../..');

/** The fenced blocks of a language, in the order of the page. */
async function blocks(language: string): Promise<readonly string[]> {
  const page = await readFile(join(root, 'docs/ci.md'), 'utf8');
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, text = '']) => text);
}

test('the workflow for GitHub Actions is one, as actionlint says', async () => {
  const [workflow = ''] = await blocks('yaml');
  expect(workflow).toContain('flowright eval specs --compare baseline --gate');
  expect(await actionlint(workflow)).toEqual([]);
  // The linter does find what is wrong.
  expect(await actionlint(workflow.replace('hashFiles(', 'hashFile('))).not.toEqual([]);
});

test('every way to run it has the same lines', async () => {
  const [workflow = '', gitlab = ''] = await blocks('yaml');
  const [shell = ''] = await blocks('sh');
  for (const line of [
    'check specs',
    'build specs --frozen',
    'gaps verify specs',
    'test out',
    'eval specs --compare baseline --gate',
  ])
    for (const text of [workflow, gitlab, shell]) expect(text).toContain(`npx flowright ${line}`);
});
