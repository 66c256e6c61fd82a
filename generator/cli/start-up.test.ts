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

const root = new URL('../', import.meta.url).href;
const loadedBy = (file: string): readonly string[] =>
  [...imports(new URL(file, import.meta.url))].map((one) => one.replace(root, '')).toSorted();

it('loads next to nothing where help and version are known', () => {
  expect(loadedBy('main.ts')).toEqual(['cli/help/known-help.ts', 'cli/help/pages.ts', 'cli/main.ts']);
});

it('loads no stage of the compiler for the command table', () => {
  expect(loadedBy('start.ts').filter((one) => !one.startsWith('cli/') && !one.startsWith('node:'))).toEqual([
    'commander',
    'diagnostics/render/colour.ts',
    'gap/provider/price/parse-price.ts',
    'mutation/kinds.ts',
    'pipeline/generator-version.ts',
  ]);
});

it('imports nothing by name that an old Node does not have: it could not say so then', () => {
  const named = [...imports(new URL('start.ts', import.meta.url))].filter((one) => one.startsWith('file:'));
  const text = named.map((file) => readFileSync(fileURLToPath(file), 'utf8')).join('\n');
  expect(text).not.toMatch(
    /import \{[^}]*\b(?:enableCompileCache|registerHooks|DatabaseSync|glob)\b[^}]*\} from 'node:/,
  );
});
