import { pascal } from '../../emit/models/symbols.ts';
import type { Names } from '../../emit/syntax/names.ts';

/** Types that a body may want to name: a model that is called so gets another name. */
const WELL_KNOWN: ReadonlySet<string> = new Set(
  (
    'Array Boolean Date Error Exclude Extract Iterable Map Math NonNullable Number Object Omit Partial Pick Readonly ' +
    'ReadonlyArray ReadonlyMap ReadonlySet Record RegExp RegExpMatchArray Required Set String'
  ).split(' '),
);

/** The name of a definition, which its TypeScript type has, too; taken from now on. */
export function defName(wish: string, names: Names): string {
  const words = pascal(wish);
  const base = WELL_KNOWN.has(words) ? `${words}Model` : words;
  let name = base;
  for (let count = 2; names.has(name); count += 1) name = `${base}${String(count)}`;
  names.take(name);
  return name;
}
