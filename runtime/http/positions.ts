import type { NextPage } from './page.ts';

/** A position as steps know it, so that a checkpoint can keep it: a cursor or a URL as text; `undefined` behind the last page. */
export function nextText(next: NextPage | undefined): string | undefined {
  if (next === undefined) return undefined;
  if ('url' in next) return next.url;
  if ('from' in next) return typeof next.from === 'string' ? next.from : undefined;
  return 'cursor' in next && typeof next.cursor === 'string' ? next.cursor : undefined;
}

/** A page number, an offset, or a cursor that is a number. */
export function nextNumber(next: NextPage | undefined): number | undefined {
  if (next === undefined) return undefined;
  if ('page' in next) return next.page;
  if ('offset' in next) return next.offset;
  if ('from' in next) return typeof next.from === 'number' ? next.from : undefined;
  return 'cursor' in next && typeof next.cursor === 'number' ? next.cursor : undefined;
}

/** The page behind keys, to begin with; the first one where there are none. */
export function atKeys(keys: Readonly<Record<string, string | number>> | null | undefined): NextPage | undefined {
  return keys === null || keys === undefined ? undefined : { keys: { ...keys } };
}

/** The page of a number, to begin with; `undefined`, which is the first page, where there is no number. */
export function atPage(page: number | null | undefined): NextPage | undefined {
  return typeof page === 'number' ? { page } : undefined;
}

/** The page at an offset, to begin with; the first one where there is none. */
export function atOffset(offset: number | null | undefined): NextPage | undefined {
  return typeof offset === 'number' ? { offset } : undefined;
}
