import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';

export interface CreateLineItemsResponse {
  results: {
    id: string;
  }[];
  status: string;
}

export function checkCreateLineItemsResponse(
  value: unknown,
  at: Place,
  issues: Issue[],
): value is CreateLineItemsResponse {
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
      checkCreateLineItemsResponseResultsItem(item, inside(place, index), issues);
    }
  }
  const status = value.status;
  if (status === undefined) {
    report(issues, inside(at, 'status'), 'is missing');
  } else if (typeof status !== 'string') report(issues, inside(at, 'status'), 'must be a string');
  return issues.length === before;
}

function checkCreateLineItemsResponseResultsItem(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  return issues.length === before;
}

export const parseCreateLineItemsResponse = responseParser('CreateLineItemsResponse', checkCreateLineItemsResponse);
