import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';
import { type Association, checkAssociation } from './association.ts';
import { type DealProperties, checkDealProperties } from './deal-properties.ts';

export interface CreateDealRequest {
  associations: Association[];
  properties: DealProperties;
}

export function checkCreateDealRequest(value: unknown, at: Place, issues: Issue[]): value is CreateDealRequest {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const associations = value.associations;
  if (associations === undefined) {
    report(issues, inside(at, 'associations'), 'is missing');
  } else if (!Array.isArray(associations)) {
    report(issues, inside(at, 'associations'), 'must be an array');
  } else {
    const place = inside(at, 'associations');
    for (let index = 0; index < associations.length; index += 1) {
      const item: unknown = associations[index];
      checkAssociation(item, inside(place, index), issues);
    }
  }
  const properties = value.properties;
  if (properties === undefined) {
    report(issues, inside(at, 'properties'), 'is missing');
  } else {
    checkDealProperties(properties, inside(at, 'properties'), issues);
  }
  return issues.length === before;
}
