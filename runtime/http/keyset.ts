import { FatalError } from '../context/errors.ts';
import type { NextPage } from './page.ts';

/** What is known of a page that goes on by keys of its last item. */
export interface KeysetPage {
  /** How many items came. */
  readonly items: number;
  /** How many were asked for, where a page that is shorter ends the list. */
  readonly size?: number;
  readonly hasMore?: unknown;
}

/**
 * The page after the last item's keys. An empty page, a short one, or `hasMore: false` ends the list; an item without one of
 * the keys is a `FatalError('invalid_response')`, since what is behind it would be lost.
 */
export function nextKeys(
  keys: Readonly<Record<string, unknown>>,
  { items, size = 1, hasMore }: KeysetPage,
): NextPage | undefined {
  if (items === 0 || items < size || hasMore === false) return undefined;
  const found: Record<string, string | number> = {};
  for (const [name, key] of Object.entries(keys)) {
    if (typeof key !== 'string' && typeof key !== 'number')
      throw new FatalError('invalid_response', `the last item of a page has no '${name}' to go on with`);
    found[name] = key;
  }
  return { keys: found };
}

/** A key that is text. */
export function keyText(next: NextPage, name: string): string {
  const key = keyOf(next, name);
  if (typeof key === 'string') return key;
  throw new FatalError('invalid_response', `the key '${name}' of a page is no text`);
}

/** A key that is a number. */
export function keyNumber(next: NextPage, name: string): number {
  const key = keyOf(next, name);
  if (typeof key === 'number') return key;
  throw new FatalError('invalid_response', `the key '${name}' of a page is no number`);
}

/** One of the keys to ask with; `undefined` for the first page. */
export function keyOf(next: NextPage | undefined, name: string): string | number | undefined {
  if (next === undefined || !('keys' in next) || !Object.hasOwn(next.keys, name)) return undefined;
  return next.keys[name];
}
