import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';
import { type ContactProperties, checkContactProperties } from './contact-properties.ts';

export interface CreateContactRequest {
  properties: ContactProperties;
}

export function checkCreateContactRequest(value: unknown, at: Place, issues: Issue[]): value is CreateContactRequest {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const properties = value.properties;
  if (properties === undefined) {
    report(issues, inside(at, 'properties'), 'is missing');
  } else {
    checkContactProperties(properties, inside(at, 'properties'), issues);
  }
  return issues.length === before;
}
