import { isRecord, valueAt, withValueAt } from './json-path.ts';

/** Form fields as nested data: `a[b]=1` is `{ a: { b: '1' } }`, `a[]=1&a[]=2` and `a[0]=1&a[1]=2` are lists. */
export function readForm(fields: Iterable<readonly [string, string]>): unknown {
  let form: unknown = {};
  for (const [name, value] of fields) {
    const path = splitName(name);
    const before = valueAt(form, path);
    form = withValueAt(form, path, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
  }
  return toLists(form);
}

function splitName(name: string): readonly string[] {
  const found = /^(?<first>[^[\]]+)(?<rest>(?:\[[^[\]]*\])*)$/u.exec(name)?.groups;
  if (found === undefined) return [name];
  const rest = [...(found['rest'] ?? '').matchAll(/\[(?<key>[^[\]]*)\]/gu)].map((key) => key.groups?.['key'] ?? '');
  if (rest.at(-1) === '') rest.pop();
  return [found['first'] ?? name, ...rest];
}

/** Objects whose names count 0, 1, 2 … are lists. */
function toLists(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [name, toLists(inner)]);
  const isList = entries.length > 0 && entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
