import { FatalError } from '../context/errors.ts';
import type { NextPage } from './page.ts';

/** Watches a walk through pages for what would make it endless. */
export interface PageGuard {
  /** Looks at the page of this number before it is handed on; throws `FatalError('pagination_loop')` where the walk goes in a circle. */
  check(body: unknown, next: NextPage, number: number): void;
}

export function pageGuard(name: string, first: NextPage | undefined): PageGuard {
  const positions = new Set<string>(first === undefined ? [] : [markOf(first)]);
  let before: string | undefined;
  const stop = (what: string, page: number): never => {
    throw new FatalError('pagination_loop', `${name}: ${what}, so the list would never end`, { page });
  };
  return {
    check(body, next, number) {
      const mark = markOf(next);
      if (positions.has(mark)) stop(`page ${number} leads back to a page that was read before`, number);
      positions.add(mark);
      // Numbers never repeat, so a system that does not look at them is known by its answers.
      if (!('page' in next) && !('offset' in next)) return;
      const text = JSON.stringify(body);
      if (text === before && hasItems(text)) stop(`page ${number} is the same as the one before`, number);
      before = text;
    },
  };
}

/** What was seen on the page before says nothing of where the next one is. */
function markOf(next: NextPage): string {
  return JSON.stringify({ ...next, seen: undefined });
}

/** Whether JSON holds a list that is not empty. */
function hasItems(text: string): boolean {
  return /\[[^\]]/u.test(text);
}
