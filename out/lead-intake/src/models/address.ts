import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface Address {
  box: string;
  city: string;
  kind: 'street' | 'poBox' | 'none';
  number: string;
  state: string;
  street: string;
  unit: string;
  zip: string;
}

export function checkAddress(value: unknown, at: Place, issues: Issue[]): value is Address {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const box = value.box;
  if (box === undefined) {
    report(issues, inside(at, 'box'), 'is missing');
  } else if (typeof box !== 'string') report(issues, inside(at, 'box'), 'must be a string');
  const city = value.city;
  if (city === undefined) {
    report(issues, inside(at, 'city'), 'is missing');
  } else if (typeof city !== 'string') report(issues, inside(at, 'city'), 'must be a string');
  const kind = value.kind;
  if (kind === undefined) {
    report(issues, inside(at, 'kind'), 'is missing');
  } else if (kind !== 'street' && kind !== 'poBox' && kind !== 'none')
    report(issues, inside(at, 'kind'), 'must be "street", "poBox" or "none"');
  const number = value.number;
  if (number === undefined) {
    report(issues, inside(at, 'number'), 'is missing');
  } else if (typeof number !== 'string') report(issues, inside(at, 'number'), 'must be a string');
  const state = value.state;
  if (state === undefined) {
    report(issues, inside(at, 'state'), 'is missing');
  } else if (typeof state !== 'string') report(issues, inside(at, 'state'), 'must be a string');
  const street = value.street;
  if (street === undefined) {
    report(issues, inside(at, 'street'), 'is missing');
  } else if (typeof street !== 'string') report(issues, inside(at, 'street'), 'must be a string');
  const unit = value.unit;
  if (unit === undefined) {
    report(issues, inside(at, 'unit'), 'is missing');
  } else if (typeof unit !== 'string') report(issues, inside(at, 'unit'), 'must be a string');
  const zip = value.zip;
  if (zip === undefined) {
    report(issues, inside(at, 'zip'), 'is missing');
  } else if (typeof zip !== 'string') report(issues, inside(at, 'zip'), 'must be a string');
  return issues.length === before;
}
