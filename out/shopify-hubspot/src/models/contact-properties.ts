import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface ContactProperties {
  email: string;
  firstname?: string;
  lastname?: string;
  phone?: string;
}

export function checkContactProperties(value: unknown, at: Place, issues: Issue[]): value is ContactProperties {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const email = value.email;
  if (email === undefined) {
    report(issues, inside(at, 'email'), 'is missing');
  } else if (typeof email !== 'string') report(issues, inside(at, 'email'), 'must be a string');
  const firstname = value.firstname;
  if (firstname !== undefined && typeof firstname !== 'string')
    report(issues, inside(at, 'firstname'), 'must be a string');
  const lastname = value.lastname;
  if (lastname !== undefined && typeof lastname !== 'string')
    report(issues, inside(at, 'lastname'), 'must be a string');
  const phone = value.phone;
  if (phone !== undefined && typeof phone !== 'string') report(issues, inside(at, 'phone'), 'must be a string');
  return issues.length === before;
}
