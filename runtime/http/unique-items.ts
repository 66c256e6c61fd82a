import type { Page, NextPage } from './page.ts';
import { readPath } from './read-path.ts';
import { withItems } from './with-items.ts';

type Path = readonly (string | number)[];

export interface UniqueItems {
  /** Where the body holds its items. */
  readonly items: Path;
  /** Where an item holds what identifies it. */
  readonly key: Path;
  /** A page on which every item was seen before is the last: so ends a walk whose pages begin with the item before. */
  readonly endsWithoutNew?: boolean;
}

/** The page without the items that the page before had, which `asked` remembers; its `next` remembers those of this one. */
export function uniqueItems<T>(page: Page<T>, asked: NextPage | undefined, options: UniqueItems): Page<T> {
  const items = readPath(page.body, options.items);
  if (!Array.isArray(items)) return page;
  const seen = new Set(asked?.seen);
  const keys = items.map((item) => keyOf(item, options.key));
  const isNew = keys.map((key) => key === undefined || !seen.has(key));
  const body = isNew.includes(false)
    ? withItems(page.body, options.items, (_, index) => isNew[index] === true)
    : page.body;
  if (page.next === undefined || (options.endsWithoutNew === true && !isNew.includes(true))) return { body };
  return { body, next: { ...page.next, seen: keys.filter((key) => key !== undefined) } };
}

function keyOf(item: unknown, path: Path): string | number | undefined {
  const key = readPath(item, path);
  return typeof key === 'string' || typeof key === 'number' ? key : undefined;
}
