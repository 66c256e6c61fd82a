import { camelCase, kebabCase, RESERVED_WORDS } from '../check/names.ts';
import type { SymbolRef } from '../ir/symbol.ts';

/** Names that a type of the output must not take from the language or the runtime. */
const RESERVED_TYPES: ReadonlySet<string> = new Set([
  'Array',
  'Boolean',
  'Clients',
  'Date',
  'Error',
  'Function',
  'Infinity',
  'Issue',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'NonNullable',
  'Number',
  'Object',
  'Page',
  'Partial',
  'Pick',
  'Place',
  'Promise',
  'Readonly',
  'ReadonlyArray',
  'ReadonlyMap',
  'Record',
  'RegExp',
  'Required',
  'Set',
  'String',
  'Symbol',
  'URL',
]);

/** The symbol and file of each of some things, in one folder: names that differ only in case get files that differ. */
export function nameSymbols(
  ids: readonly string[],
  folder: string,
  symbolOf: (id: string) => string,
): ReadonlyMap<string, SymbolRef> {
  const files = new Set<string>();
  const symbols = new Set<string>();
  const named = new Map<string, SymbolRef>();
  for (const id of ids) {
    const file = unique(kebabCase(id), files);
    const name = unique(symbolOf(id), symbols);
    named.set(id, { name, file: `${folder}/${file}.ts` });
  }
  return named;
}

/** `Error` → ErrorModel. */
export function modelSymbol(name: string): string {
  return RESERVED_TYPES.has(name) ? `${name}Model` : name;
}

/** Globals and names of generated files that a function of the output must not take. */
const RESERVED_VALUES: ReadonlySet<string> = new Set([
  'as',
  'async',
  'NaN',
  'Infinity',
  'globalThis',
  'process',
  'console',
  'fetch',
  'integration',
  'workflow',
  'serve',
]);

/** `delete` → delete_. */
export function valueSymbol(id: string): string {
  const name = camelCase(id);
  return RESERVED_VALUES.has(name) || RESERVED_WORDS.has(name) ? `${name}_` : name;
}

/** A name that differs from those taken by more than its case; it is taken from now on. `taken` holds lower case. */
export function unique(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted}${String(count)}`;
  taken.add(name.toLowerCase());
  return name;
}
