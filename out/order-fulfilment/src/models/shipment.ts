import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';
import { type PickModel, checkPickModel } from './pick.ts';

export interface Shipment {
  class: 'letter' | 'parcel' | 'freight' | 'express';
  country: string;
  grams: number;
  picks: PickModel[];
  recipient: string;
  reference: string;
}

export function checkShipment(value: unknown, at: Place, issues: Issue[]): value is Shipment {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const class2 = value.class;
  if (class2 === undefined) {
    report(issues, inside(at, 'class'), 'is missing');
  } else if (class2 !== 'letter' && class2 !== 'parcel' && class2 !== 'freight' && class2 !== 'express')
    report(issues, inside(at, 'class'), 'must be "letter", "parcel", "freight" or "express"');
  const country = value.country;
  if (country === undefined) {
    report(issues, inside(at, 'country'), 'is missing');
  } else if (typeof country !== 'string') report(issues, inside(at, 'country'), 'must be a string');
  const grams = value.grams;
  if (grams === undefined) {
    report(issues, inside(at, 'grams'), 'is missing');
  } else if (typeof grams !== 'number') {
    report(issues, inside(at, 'grams'), 'must be a number');
  } else if (!Number.isSafeInteger(grams)) report(issues, inside(at, 'grams'), notAnInteger(grams));
  const picks = value.picks;
  if (picks === undefined) {
    report(issues, inside(at, 'picks'), 'is missing');
  } else if (!Array.isArray(picks)) {
    report(issues, inside(at, 'picks'), 'must be an array');
  } else {
    const place = inside(at, 'picks');
    for (let index = 0; index < picks.length; index += 1) {
      const item: unknown = picks[index];
      checkPickModel(item, inside(place, index), issues);
    }
  }
  const recipient = value.recipient;
  if (recipient === undefined) {
    report(issues, inside(at, 'recipient'), 'is missing');
  } else if (typeof recipient !== 'string') report(issues, inside(at, 'recipient'), 'must be a string');
  const reference = value.reference;
  if (reference === undefined) {
    report(issues, inside(at, 'reference'), 'is missing');
  } else if (typeof reference !== 'string') report(issues, inside(at, 'reference'), 'must be a string');
  return issues.length === before;
}
