import { isDeepStrictEqual } from 'node:util';
import { compareValues } from './compare.ts';
import type { MockMatch } from './definition.ts';
import { valueAt } from './json-path.ts';
import { requestValue, type MockRequest } from './mock-request.ts';

/** Whether a stored item fits all filters; one whose value the request does not give does not restrict. */
export function checkMatches(item: unknown, matches: readonly MockMatch[], request: MockRequest): boolean {
  return matches.every((match) => {
    const given = requestValue(request, match.value);
    return given === undefined || checkOp(valueAt(item, match.field), match.op, given);
  });
}

/** Whether the stored value compares so with the given one; a value that is not stored fits nothing. */
export function checkOp(stored: unknown, op: MockMatch['op'], given: unknown): boolean {
  if (op === 'eq') return isEqual(stored, given);
  if (op === 'in') return asList(given).some((one) => isEqual(stored, one));
  if (op === 'contains') return contains(stored, given);
  const order = compareValues(stored, given);
  if (order === undefined) return false;
  switch (op) {
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
  }
}

function isEqual(stored: unknown, given: unknown): boolean {
  return compareValues(stored, given) === 0 || (stored !== undefined && isDeepStrictEqual(stored, given));
}

/** A list in a query is either repeated or written with commas. */
function asList(given: unknown): readonly unknown[] {
  if (Array.isArray(given)) return given;
  return typeof given === 'string' ? given.split(',').map((part) => part.trim()) : [given];
}

/** Text holds text, whatever the case; a list holds an element. */
function contains(stored: unknown, given: unknown): boolean {
  if (Array.isArray(stored)) return stored.some((element) => isEqual(element, given));
  return typeof stored === 'string' && stored.toLowerCase().includes(String(given).toLowerCase());
}
