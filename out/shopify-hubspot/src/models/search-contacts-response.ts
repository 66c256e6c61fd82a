import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report, responseParser } from '@flowright/runtime/validate';
import { type Contact, checkContact } from './contact.ts';

export interface SearchContactsResponse {
  results: Contact[];
  total: number;
}

export function checkSearchContactsResponse(
  value: unknown,
  at: Place,
  issues: Issue[],
): value is SearchContactsResponse {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const results = value.results;
  if (results === undefined) {
    report(issues, inside(at, 'results'), 'is missing');
  } else if (!Array.isArray(results)) {
    report(issues, inside(at, 'results'), 'must be an array');
  } else {
    const place = inside(at, 'results');
    for (let index = 0; index < results.length; index += 1) {
      const item: unknown = results[index];
      checkContact(item, inside(place, index), issues);
    }
  }
  const total = value.total;
  if (total === undefined) {
    report(issues, inside(at, 'total'), 'is missing');
  } else if (typeof total !== 'number') {
    report(issues, inside(at, 'total'), 'must be a number');
  } else if (!Number.isSafeInteger(total)) report(issues, inside(at, 'total'), notAnInteger(total));
  return issues.length === before;
}

export const parseSearchContactsResponse = responseParser('SearchContactsResponse', checkSearchContactsResponse);
