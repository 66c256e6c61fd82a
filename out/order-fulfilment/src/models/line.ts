import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

export interface Line {
  /** Cents, for all of the line */
  amount: number;
  quantity: number;
  /** Hundredths of a percent: 1900 is 19 % */
  rate: number;
  sku: string;
}

export function checkLine(value: unknown, at: Place, issues: Issue[]): value is Line {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const amount = value.amount;
  if (amount === undefined) {
    report(issues, inside(at, 'amount'), 'is missing');
  } else if (typeof amount !== 'number') {
    report(issues, inside(at, 'amount'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(amount)) report(issues, inside(at, 'amount'), notAnInteger(amount));
    if (amount < 0) report(issues, inside(at, 'amount'), 'must be at least 0');
    if (amount > 1000000) report(issues, inside(at, 'amount'), 'must be at most 1000000');
  }
  const quantity = value.quantity;
  if (quantity === undefined) {
    report(issues, inside(at, 'quantity'), 'is missing');
  } else if (typeof quantity !== 'number') {
    report(issues, inside(at, 'quantity'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(quantity)) report(issues, inside(at, 'quantity'), notAnInteger(quantity));
    if (quantity < 1) report(issues, inside(at, 'quantity'), 'must be at least 1');
  }
  const rate = value.rate;
  if (rate === undefined) {
    report(issues, inside(at, 'rate'), 'is missing');
  } else if (typeof rate !== 'number') {
    report(issues, inside(at, 'rate'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(rate)) report(issues, inside(at, 'rate'), notAnInteger(rate));
    if (rate < 0) report(issues, inside(at, 'rate'), 'must be at least 0');
    if (rate > 10000) report(issues, inside(at, 'rate'), 'must be at most 10000');
  }
  const sku = value.sku;
  if (sku === undefined) {
    report(issues, inside(at, 'sku'), 'is missing');
  } else if (typeof sku !== 'string') report(issues, inside(at, 'sku'), 'must be a string');
  return issues.length === before;
}
