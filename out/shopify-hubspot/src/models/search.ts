import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

/** A search by equality of one property. */
export interface Search {
  filterGroups: {
    filters: {
      operator: 'EQ';
      propertyName: string;
      value: string;
    }[];
  }[];
  limit: number;
}

export function checkSearch(value: unknown, at: Place, issues: Issue[]): value is Search {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const filterGroups = value.filterGroups;
  if (filterGroups === undefined) {
    report(issues, inside(at, 'filterGroups'), 'is missing');
  } else if (!Array.isArray(filterGroups)) {
    report(issues, inside(at, 'filterGroups'), 'must be an array');
  } else {
    const place = inside(at, 'filterGroups');
    for (let index = 0; index < filterGroups.length; index += 1) {
      const item: unknown = filterGroups[index];
      checkSearchFilterGroupsItem(item, inside(place, index), issues);
    }
  }
  const limit = value.limit;
  if (limit === undefined) {
    report(issues, inside(at, 'limit'), 'is missing');
  } else if (typeof limit !== 'number') {
    report(issues, inside(at, 'limit'), 'must be a number');
  } else if (!Number.isSafeInteger(limit)) report(issues, inside(at, 'limit'), notAnInteger(limit));
  return issues.length === before;
}

function checkSearchFilterGroupsItem(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const filters = value.filters;
  if (filters === undefined) {
    report(issues, inside(at, 'filters'), 'is missing');
  } else if (!Array.isArray(filters)) {
    report(issues, inside(at, 'filters'), 'must be an array');
  } else {
    const place = inside(at, 'filters');
    for (let index = 0; index < filters.length; index += 1) {
      const item: unknown = filters[index];
      checkSearchFilterGroupsItemFiltersItem(item, inside(place, index), issues);
    }
  }
  return issues.length === before;
}

function checkSearchFilterGroupsItemFiltersItem(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const operator = value.operator;
  if (operator === undefined) {
    report(issues, inside(at, 'operator'), 'is missing');
  } else if (operator !== 'EQ') report(issues, inside(at, 'operator'), 'must be "EQ"');
  const propertyName = value.propertyName;
  if (propertyName === undefined) {
    report(issues, inside(at, 'propertyName'), 'is missing');
  } else if (typeof propertyName !== 'string') report(issues, inside(at, 'propertyName'), 'must be a string');
  const value2 = value.value;
  if (value2 === undefined) {
    report(issues, inside(at, 'value'), 'is missing');
  } else if (typeof value2 !== 'string') report(issues, inside(at, 'value'), 'must be a string');
  return issues.length === before;
}
