import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** What importing a file imports, at once and in turn; types are gone by then. */
function imports(url: URL, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(url.href)) return seen;
  seen.add(url.href);
  for (const [, from, later] of readFileSync(fileURLToPath(url), 'utf8').matchAll(
    /^(?:import|export) (?!type\b)[^;]*?from '([^']+)';|^const .* = await import\('([^']+)'\);/gm,
  )) {
    const specifier = from ?? later ?? '';
    if (specifier.startsWith('.')) imports(new URL(specifier, url), seen);
    else seen.add(specifier);
  }
  return seen;
}

it('loads the command table alone for help and version', () => {
  const root = new URL('../', import.meta.url).href;
  const loaded = [...imports(new URL('main.ts', import.meta.url))].map((one) => one.replace(root, ''));
  expect(loaded.toSorted()).toEqual([
    'cli/examples.ts',
    'cli/exit-code.ts',
    'cli/main.ts',
    'cli/node-version.ts',
    'cli/program.ts',
    'cli/run-cli.ts',
    'commander',
    'diagnostics/render/colour.ts',
    'mutation/kinds.ts',
    'node:fs',
    'node:module',
    'node:util',
  ]);
});
