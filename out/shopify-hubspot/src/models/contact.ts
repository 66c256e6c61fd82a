import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';

/** A HubSpot contact, as search and create answer it. */
export interface Contact {
  id: string;
  properties: {
    email?: string | null;
    firstname?: string | null;
    lastname?: string | null;
  };
}

export function checkContact(value: unknown, at: Place, issues: Issue[]): value is Contact {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  const properties = value.properties;
  if (properties === undefined) {
    report(issues, inside(at, 'properties'), 'is missing');
  } else {
    checkContactProperties2(properties, inside(at, 'properties'), issues);
  }
  return issues.length === before;
}

function checkContactProperties2(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const email = value.email;
  if (email !== undefined && email !== null && typeof email !== 'string')
    report(issues, inside(at, 'email'), 'must be a string or null');
  const firstname = value.firstname;
  if (firstname !== undefined && firstname !== null && typeof firstname !== 'string')
    report(issues, inside(at, 'firstname'), 'must be a string or null');
  const lastname = value.lastname;
  if (lastname !== undefined && lastname !== null && typeof lastname !== 'string')
    report(issues, inside(at, 'lastname'), 'must be a string or null');
  return issues.length === before;
}

export const parseContactResponse = responseParser('Contact', checkContact);
