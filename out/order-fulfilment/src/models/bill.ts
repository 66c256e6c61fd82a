import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';
import { type Cents, checkCents } from './cents.ts';

export interface Bill {
  gross: Cents;
  lines: {
    gross: Cents;
    net: Cents;
    tax: Cents;
  }[];
  net: Cents;
  tax: Cents;
}

export function checkBill(value: unknown, at: Place, issues: Issue[]): value is Bill {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const gross = value.gross;
  if (gross === undefined) {
    report(issues, inside(at, 'gross'), 'is missing');
  } else {
    checkCents(gross, inside(at, 'gross'), issues);
  }
  const lines = value.lines;
  if (lines === undefined) {
    report(issues, inside(at, 'lines'), 'is missing');
  } else if (!Array.isArray(lines)) {
    report(issues, inside(at, 'lines'), 'must be an array');
  } else {
    const place = inside(at, 'lines');
    for (let index = 0; index < lines.length; index += 1) {
      const item: unknown = lines[index];
      checkBillLinesItem(item, inside(place, index), issues);
    }
  }
  const net = value.net;
  if (net === undefined) {
    report(issues, inside(at, 'net'), 'is missing');
  } else {
    checkCents(net, inside(at, 'net'), issues);
  }
  const tax = value.tax;
  if (tax === undefined) {
    report(issues, inside(at, 'tax'), 'is missing');
  } else {
    checkCents(tax, inside(at, 'tax'), issues);
  }
  return issues.length === before;
}

function checkBillLinesItem(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const gross = value.gross;
  if (gross === undefined) {
    report(issues, inside(at, 'gross'), 'is missing');
  } else {
    checkCents(gross, inside(at, 'gross'), issues);
  }
  const net = value.net;
  if (net === undefined) {
    report(issues, inside(at, 'net'), 'is missing');
  } else {
    checkCents(net, inside(at, 'net'), issues);
  }
  const tax = value.tax;
  if (tax === undefined) {
    report(issues, inside(at, 'tax'), 'is missing');
  } else {
    checkCents(tax, inside(at, 'tax'), issues);
  }
  return issues.length === before;
}
