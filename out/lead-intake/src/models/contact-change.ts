import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface ContactChange {
  city: string;
  company: string;
  family: string;
  given: string;
  phone: string;
}

export function checkContactChange(value: unknown, at: Place, issues: Issue[]): value is ContactChange {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const city = value.city;
  if (city === undefined) {
    report(issues, inside(at, 'city'), 'is missing');
  } else if (typeof city !== 'string') report(issues, inside(at, 'city'), 'must be a string');
  const company = value.company;
  if (company === undefined) {
    report(issues, inside(at, 'company'), 'is missing');
  } else if (typeof company !== 'string') report(issues, inside(at, 'company'), 'must be a string');
  const family = value.family;
  if (family === undefined) {
    report(issues, inside(at, 'family'), 'is missing');
  } else if (typeof family !== 'string') report(issues, inside(at, 'family'), 'must be a string');
  const given = value.given;
  if (given === undefined) {
    report(issues, inside(at, 'given'), 'is missing');
  } else if (typeof given !== 'string') report(issues, inside(at, 'given'), 'must be a string');
  const phone = value.phone;
  if (phone === undefined) {
    report(issues, inside(at, 'phone'), 'is missing');
  } else if (typeof phone !== 'string') report(issues, inside(at, 'phone'), 'must be a string');
  return issues.length === before;
}
