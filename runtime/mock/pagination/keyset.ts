import type { StoredItem } from '../collections.ts';
import { compareValues } from '../compare.ts';
import type { KeysetPagination } from '../definition.ts';
import { valueAt } from '../json-path.ts';
import { requestValue, type MockRequest } from '../mock-request.ts';
import { placed, type Listing, type PageCut } from './page-cut.ts';
import { pageSize } from './page-size.ts';

/** The items behind the keys that a request carries, in the order of these keys: the first decides, then the second. */
export function keysetPage(pagination: KeysetPagination, listing: Listing, request: MockRequest): PageCut {
  const { keys, inclusive } = pagination;
  const direction = listing.newestFirst ? -1 : 1;
  const keysOf = (item: StoredItem): readonly unknown[] => keys.map(({ field }) => valueAt(item.value, field));
  const sorted = listing.matching.toSorted((left, right) => direction * compareKeys(keysOf(left), keysOf(right)));
  const given = keys.map((key) => requestValue(request, key.request));
  // Keys that a request leaves out (all of them on the first page, an id on the first page of a run) leave nothing out.
  const asked = given.includes(undefined) ? given.slice(0, given.indexOf(undefined)) : given;
  const isPartial = asked.length < given.length;
  const rest = sorted.filter((item) => {
    const order = direction * compareKeys(keysOf(item).slice(0, asked.length), asked);
    return order > 0 || (order === 0 && (inclusive || isPartial));
  });
  const items = rest.slice(0, pageSize(pagination.size, request));
  const more = items.length < rest.length;
  return { items, places: [...placed(pagination.more, more), ...placed(pagination.done, !more)] };
}

function compareKeys(left: readonly unknown[], right: readonly unknown[]): number {
  for (const [index, key] of left.entries()) {
    const order = compareValues(key, right[index]) ?? 0;
    if (order !== 0) return order;
  }
  return 0;
}
