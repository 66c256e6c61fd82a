import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';
import { type Address, checkAddress } from './address.ts';

export interface NewContact {
  address: Address;
  city: string;
  company: string;
  email: string;
  family: string;
  given: string;
  key: string;
  phone: string;
  source: 'form' | 'sales' | 'import';
  suffix: string;
  titles: string[];
}

export function checkNewContact(value: unknown, at: Place, issues: Issue[]): value is NewContact {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const address = value.address;
  if (address === undefined) {
    report(issues, inside(at, 'address'), 'is missing');
  } else {
    checkAddress(address, inside(at, 'address'), issues);
  }
  const city = value.city;
  if (city === undefined) {
    report(issues, inside(at, 'city'), 'is missing');
  } else if (typeof city !== 'string') report(issues, inside(at, 'city'), 'must be a string');
  const company = value.company;
  if (company === undefined) {
    report(issues, inside(at, 'company'), 'is missing');
  } else if (typeof company !== 'string') report(issues, inside(at, 'company'), 'must be a string');
  const email = value.email;
  if (email === undefined) {
    report(issues, inside(at, 'email'), 'is missing');
  } else if (typeof email !== 'string') report(issues, inside(at, 'email'), 'must be a string');
  const family = value.family;
  if (family === undefined) {
    report(issues, inside(at, 'family'), 'is missing');
  } else if (typeof family !== 'string') report(issues, inside(at, 'family'), 'must be a string');
  const given = value.given;
  if (given === undefined) {
    report(issues, inside(at, 'given'), 'is missing');
  } else if (typeof given !== 'string') report(issues, inside(at, 'given'), 'must be a string');
  const key = value.key;
  if (key === undefined) {
    report(issues, inside(at, 'key'), 'is missing');
  } else if (typeof key !== 'string') report(issues, inside(at, 'key'), 'must be a string');
  const phone = value.phone;
  if (phone === undefined) {
    report(issues, inside(at, 'phone'), 'is missing');
  } else if (typeof phone !== 'string') report(issues, inside(at, 'phone'), 'must be a string');
  const source = value.source;
  if (source === undefined) {
    report(issues, inside(at, 'source'), 'is missing');
  } else if (source !== 'form' && source !== 'sales' && source !== 'import')
    report(issues, inside(at, 'source'), 'must be "form", "sales" or "import"');
  const suffix = value.suffix;
  if (suffix === undefined) {
    report(issues, inside(at, 'suffix'), 'is missing');
  } else if (typeof suffix !== 'string') report(issues, inside(at, 'suffix'), 'must be a string');
  const titles = value.titles;
  if (titles === undefined) {
    report(issues, inside(at, 'titles'), 'is missing');
  } else if (!Array.isArray(titles)) {
    report(issues, inside(at, 'titles'), 'must be an array');
  } else {
    for (let index = 0; index < titles.length; index += 1) {
      const item: unknown = titles[index];
      if (typeof item !== 'string') report(issues, inside(inside(at, 'titles'), index), 'must be a string');
    }
  }
  return issues.length === before;
}
