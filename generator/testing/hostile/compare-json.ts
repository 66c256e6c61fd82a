import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../../data/is-record.ts';
import type { Expectation } from './expectation.ts';

/** What differs between a JSON file and its harmless twin, but for the texts; undefined where nothing does. */
export function compareJson(path: string, text: string, twin: string, expectation: Expectation): string | undefined {
  const difference = compare(JSON.parse(text), JSON.parse(twin), expectation);
  return difference === undefined ? undefined : `${path}: ${difference}`;
}

function compare(data: unknown, twin: unknown, expectation: Expectation): string | undefined {
  if (typeof data === 'string' && typeof twin === 'string')
    return expectation.fits(twin, data) || (isHash(twin) && isHash(data)) ? undefined : differs(data, twin);
  if (Array.isArray(data) && Array.isArray(twin)) {
    if (data.length !== twin.length) return differs(data, twin);
    return first(data.map((item: unknown, index) => () => compare(item, twin[index], expectation)));
  }
  if (!isRecord(data) || !isRecord(twin)) return isDeepStrictEqual(data, twin) ? undefined : differs(data, twin);
  // Keys are in an order of their own: each is looked up by its name, those with a hostile text in the order that is left.
  const names = Object.keys(data);
  if (names.length !== Object.keys(twin).length) return differs(names, Object.keys(twin));
  return first(
    Object.entries(twin).map(([key, value]) => () => {
      const found = names.filter((name) => expectation.fits(key, name));
      const failures = found.map((name) => compare(data[name], value, expectation));
      if (found.length === 0) return `no key ${key} in ${JSON.stringify(names).slice(0, 300)}`;
      return failures.includes(undefined) ? undefined : failures[0];
    }),
  );
}

function first(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) return found;
  }
  return undefined;
}

function isHash(text: string): boolean {
  return /^(?:sha256:)?[0-9a-f]{16,64}$/.test(text);
}

function differs(data: unknown, twin: unknown): string {
  return `${JSON.stringify(data).slice(0, 300)} in the place of ${JSON.stringify(twin).slice(0, 300)}`;
}
