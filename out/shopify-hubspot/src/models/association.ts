import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

export interface Association {
  to: {
    id: string;
  };
  types: {
    associationCategory: string;
    associationTypeId: number;
  }[];
}

export function checkAssociation(value: unknown, at: Place, issues: Issue[]): value is Association {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const to = value.to;
  if (to === undefined) {
    report(issues, inside(at, 'to'), 'is missing');
  } else {
    checkAssociationTo(to, inside(at, 'to'), issues);
  }
  const types = value.types;
  if (types === undefined) {
    report(issues, inside(at, 'types'), 'is missing');
  } else if (!Array.isArray(types)) {
    report(issues, inside(at, 'types'), 'must be an array');
  } else {
    const place = inside(at, 'types');
    for (let index = 0; index < types.length; index += 1) {
      const item: unknown = types[index];
      checkAssociationTypesItem(item, inside(place, index), issues);
    }
  }
  return issues.length === before;
}

function checkAssociationTo(value: unknown, at: Place, issues: Issue[]): boolean {
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

function checkAssociationTypesItem(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const associationCategory = value.associationCategory;
  if (associationCategory === undefined) {
    report(issues, inside(at, 'associationCategory'), 'is missing');
  } else if (typeof associationCategory !== 'string')
    report(issues, inside(at, 'associationCategory'), 'must be a string');
  const associationTypeId = value.associationTypeId;
  if (associationTypeId === undefined) {
    report(issues, inside(at, 'associationTypeId'), 'is missing');
  } else if (typeof associationTypeId !== 'number') {
    report(issues, inside(at, 'associationTypeId'), 'must be a number');
  } else if (!Number.isSafeInteger(associationTypeId))
    report(issues, inside(at, 'associationTypeId'), notAnInteger(associationTypeId));
  return issues.length === before;
}
