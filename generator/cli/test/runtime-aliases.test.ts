import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runtimeAliases } from './runtime-aliases.ts';

test('every part of the runtime that an output can import is found', async () => {
  const manifest: { exports: Record<string, unknown> } = JSON.parse(
    await readFile(new URL('../../../runtime/package.json', import.meta.url), 'utf8'),
  );
  const names = Object.keys(manifest.exports).map((part) => `@flowright/runtime${part.slice(1)}`);
  expect(names.filter((name) => !runtimeAliases().some(({ find }) => find.test(name)))).toEqual([]);
});
