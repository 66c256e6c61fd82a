import type { Issue } from '@flowright/runtime';
import { type Place, inside, isDateTime, isPlainObject, report } from '@flowright/runtime/validate';

/** A contact of the CRM. */
export interface Contact {
  city: string;
  company: string;
  family: string;
  given: string;
  id: string;
  key: string;
  locked: ('given' | 'family' | 'phone' | 'company' | 'city')[];
  phone: string;
  source: 'form' | 'sales' | 'import';
  updated_at: string;
}

export function checkContact(value: unknown, at: Place, issues: Issue[]): value is Contact {
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
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  const key = value.key;
  if (key === undefined) {
    report(issues, inside(at, 'key'), 'is missing');
  } else if (typeof key !== 'string') report(issues, inside(at, 'key'), 'must be a string');
  const locked = value.locked;
  if (locked === undefined) {
    report(issues, inside(at, 'locked'), 'is missing');
  } else if (!Array.isArray(locked)) {
    report(issues, inside(at, 'locked'), 'must be an array');
  } else {
    for (let index = 0; index < locked.length; index += 1) {
      const item: unknown = locked[index];
      if (item !== 'given' && item !== 'family' && item !== 'phone' && item !== 'company' && item !== 'city')
        report(issues, inside(inside(at, 'locked'), index), 'must be "given", "family", "phone", "company" or "city"');
    }
  }
  const phone = value.phone;
  if (phone === undefined) {
    report(issues, inside(at, 'phone'), 'is missing');
  } else if (typeof phone !== 'string') report(issues, inside(at, 'phone'), 'must be a string');
  const source = value.source;
  if (source === undefined) {
    report(issues, inside(at, 'source'), 'is missing');
  } else if (source !== 'form' && source !== 'sales' && source !== 'import')
    report(issues, inside(at, 'source'), 'must be "form", "sales" or "import"');
  const updatedAt = value.updated_at;
  if (updatedAt === undefined) {
    report(issues, inside(at, 'updated_at'), 'is missing');
  } else if (typeof updatedAt !== 'string') {
    report(issues, inside(at, 'updated_at'), 'must be a string');
  } else if (!isDateTime(updatedAt))
    report(issues, inside(at, 'updated_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  return issues.length === before;
}
