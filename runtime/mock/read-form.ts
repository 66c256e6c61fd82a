import { isRecord, valueAt, withValueAt } from './json-path.ts';

/** Form fields as nested data: `a[b]=1` is `{ a: { b: '1' } }`, `a[]=1&a[]=2` and `a[0]=1&a[1]=2` are lists. */
export function readForm(fields: Iterable<readonly [string, string]>): unknown {
  let form: unknown = {};
  for (const [name, value] of fields) {
    const { path, isList } = splitName(name);
    const before = valueAt(form, path);
    const repeated = before !== undefined || isList;
    form = withValueAt(form, path, repeated ? [...asList(before), value] : value);
  }
  return toLists(form);
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function splitName(name: string): { readonly path: readonly string[]; readonly isList: boolean } {
  const found = /^(?<first>[^[\]]+)(?<rest>(?:\[[^[\]]*\])*)$/u.exec(name)?.groups;
  if (found === undefined) return { path: [name], isList: false };
  const rest = [...(found['rest'] ?? '').matchAll(/\[(?<key>[^[\]]*)\]/gu)].map((key) => key.groups?.['key'] ?? '');
  const isList = rest.at(-1) === '';
  return { path: [found['first'] ?? name, ...(isList ? rest.slice(0, -1) : rest)], isList };
}

/** Objects whose names count 0, 1, 2 … are lists. */
function toLists(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [name, toLists(inner)]);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
