import type { Data } from '../data/data.ts';
import { isRecord } from '../data/is-record.ts';
import type { SpecPath } from '../diagnostics/place.ts';

/** Data in which other data stands for what is at a path: any number of items in a list, nothing in an object. */
export function replaced(data: Data, path: SpecPath, by: readonly Data[] = []): Data {
  const [part, ...rest] = path;
  if (part === undefined) return data;
  if (Array.isArray(data)) {
    const items: readonly Data[] = data;
    return items.flatMap((item, index) => {
      if (index !== part) return [item];
      return rest.length === 0 ? by : [replaced(item, rest, by)];
    });
  }
  if (!isRecord(data)) return data;
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]: readonly [string, Data]) => {
      if (key !== part) return [[key, value]];
      return rest.length === 0 ? [] : [[key, replaced(value, rest, by)]];
    }),
  );
}

/** What is at a path; undefined where nothing is. */
export function at(data: Data, path: SpecPath): Data | undefined {
  let found: Data | undefined = data;
  for (const part of path) {
    if (Array.isArray(found)) found = typeof part === 'number' ? found[part] : undefined;
    else found = isRecord(found) ? entry(found, String(part)) : undefined;
  }
  return found;
}

function entry(data: { readonly [key: string]: Data }, key: string): Data | undefined {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}

/**
 * Where what stands at `path` stood before the item at `removed` was replaced: `inner` is the list whose items replaced it,
 * none where it was only taken out.
 */
export function before(
  path: SpecPath,
  removed: SpecPath,
  inner?: { readonly path: SpecPath; readonly length: number },
): SpecPath {
  const list = removed.slice(0, -1);
  const from = removed.at(-1);
  const index = path[list.length];
  if (typeof from !== 'number' || typeof index !== 'number' || index < from) return path;
  if (!list.every((part, position) => part === path[position])) return path;
  const rest = path.slice(removed.length);
  const added = inner?.length ?? 0;
  return inner !== undefined && index < from + added
    ? [...inner.path, index - from, ...rest]
    : [...list, index - added + 1, ...rest];
}
