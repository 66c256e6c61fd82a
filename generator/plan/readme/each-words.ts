import type { MapEach } from '../../spec/types.ts';

/** What a map step goes through, as people say it: `page.tags`, or `table of schema.tables, view of table.views`. */
export function eachWords(each: MapEach): string {
  if (typeof each === 'string') return each;
  return each.flatMap((one) => Object.entries(one).map(([name, list]) => `${name} of ${list}`)).join(', ');
}
