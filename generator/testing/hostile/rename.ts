import type { Payload } from './payload.ts';

/** A name that fields of models have, and what everything that reads or writes it calls it in its place. */
export interface Rename {
  readonly name: string;
  readonly payload: Payload;
}

/** Names of fields in the short form of models, and in JSON Schemas. */
export function fieldNames(data: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const isFields = key === 'fields' || key === 'properties';
      if (isFields && typeof part === 'object' && part !== null)
        for (const name of Object.keys(part)) if (/^\w+\??$/.test(name)) names.add(name.replace('?', ''));
      walk(part);
    }
  };
  walk(data);
  return names;
}

/** The data with another name for a field, wherever its word stands: in keys, paths, expressions and templates. */
export function renamed(data: unknown, { name, payload: { text } }: Rename): unknown {
  const word = new RegExp(`(?<![\\w$-])${name}(?![\\w$-])`, 'g');
  const put = (old: string): string => old.replaceAll(word, () => text);
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return put(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]): [string, unknown] => [put(key), walk(part)]));
  };
  return walk(data);
}
