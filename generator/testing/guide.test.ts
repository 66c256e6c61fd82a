import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { copyOf, repository } from './repository.ts';
import { testSpecs } from './tested-specs.ts';

const SLOW = 180_000;

/** The snippets of the guide that are whole specs, by the page that has them. */
async function wholeSpecs(): Promise<readonly { readonly page: string; readonly text: string }[]> {
  const folder = path.join(repository, 'docs/spec');
  const pages = (await readdir(folder)).filter((name) => name.endsWith('.md'));
  const found = await Promise.all(
    pages.map(async (page) => {
      const text = await readFile(path.join(folder, page), 'utf8');
      return [...text.matchAll(/^```yaml\n(?<spec># whole spec\n.*?)^```$/gms)].map(({ groups }) => ({
        page,
        text: groups?.['spec'] ?? '',
      }));
    }),
  );
  return found.flat();
}

test('every whole spec of the guide builds, and does what its criteria say', { timeout: SLOW }, async () => {
  const cwd = await copyOf('fixtures/broken');
  await copyFile(path.join(repository, 'fixtures/openapi/shop.openapi.yaml'), path.join(cwd, 'shop.openapi.yaml'));
  const specs = await wholeSpecs();
  expect(specs.length).toBeGreaterThan(0);
  const names = specs.map(({ text }) => String(parse(text).name));
  expect(new Set(names).size, `names are used once: ${names.join(', ')}`).toBe(names.length);
  for (const [index, { text }] of specs.entries())
    await writeFile(path.join(cwd, `${names[index] ?? ''}.integration.yaml`), text);
  const { failed } = await testSpecs(
    names.map((name) => `${name}.integration.yaml`),
    cwd,
  );
  expect(failed).toEqual([]);
});
