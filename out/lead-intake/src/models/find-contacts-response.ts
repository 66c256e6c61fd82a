import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';
import { type Contact, checkContact } from './contact.ts';

export interface FindContactsResponse {
  contacts: Contact[];
}

export function checkFindContactsResponse(value: unknown, at: Place, issues: Issue[]): value is FindContactsResponse {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const contacts = value.contacts;
  if (contacts === undefined) {
    report(issues, inside(at, 'contacts'), 'is missing');
  } else if (!Array.isArray(contacts)) {
    report(issues, inside(at, 'contacts'), 'must be an array');
  } else {
    const place = inside(at, 'contacts');
    for (let index = 0; index < contacts.length; index += 1) {
      const item: unknown = contacts[index];
      checkContact(item, inside(place, index), issues);
    }
  }
  return issues.length === before;
}

export const parseFindContactsResponse = responseParser('FindContactsResponse', checkFindContactsResponse);
