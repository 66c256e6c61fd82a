import type { SpecPath } from '../../diagnostics/place.ts';
import type { Pagination } from '../../spec/types.ts';
import type { Report } from '../report.ts';

/** Whether what the pagination says of its last page can hold: a page number goes on from an empty page only where something says so. */
export function checkEnds(pagination: Pagination, at: SpecPath, report: Report): boolean {
  let sound = true;
  if ('short' in pagination && pagination.short !== undefined && pagination.size === undefined) {
    report.add('FR2015', { what: "'short'", needs: "the 'size' of a page" }, [...at, 'short'], { on: 'key' });
    sound = false;
  }
  if (pagination.empty !== 'continue') return sound;
  if ('page' in pagination && pagination.page.total === undefined && pagination.page.more === undefined) {
    report.add('FR2015', { what: "'empty: continue'", needs: "'total' or 'more'" }, [...at, 'empty'], { on: 'key' });
    return false;
  }
  if (!('offset' in pagination) && !('keyset' in pagination)) return sound;
  report.add(
    'FR2017',
    {
      part: 'empty: continue',
      owner: 'offset' in pagination ? 'pagination by an offset' : 'pagination by keys',
      fix: 'leave it out: behind an empty page there is nothing to go on with',
    },
    [...at, 'empty'],
    { on: 'key' },
  );
  return false;
}
