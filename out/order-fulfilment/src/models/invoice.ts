import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';
import { type Cents, checkCents } from './cents.ts';

export interface Invoice {
  customer_id: string;
  lines: {
    gross: Cents;
    net: Cents;
    tax: Cents;
  }[];
  net: Cents;
  tax: Cents;
  gross: Cents;
  reference: string;
  terms: 'prepaid' | 'net14' | 'net30';
}

export function checkInvoice(value: unknown, at: Place, issues: Issue[]): value is Invoice {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const customerId = value.customer_id;
  if (customerId === undefined) {
    report(issues, inside(at, 'customer_id'), 'is missing');
  } else if (typeof customerId !== 'string') report(issues, inside(at, 'customer_id'), 'must be a string');
  const lines = value.lines;
  if (lines === undefined) {
    report(issues, inside(at, 'lines'), 'is missing');
  } else if (!Array.isArray(lines)) {
    report(issues, inside(at, 'lines'), 'must be an array');
  } else {
    const place = inside(at, 'lines');
    for (let index = 0; index < lines.length; index += 1) {
      const item: unknown = lines[index];
      checkInvoiceLinesItem(item, inside(place, index), issues);
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
  const gross = value.gross;
  if (gross === undefined) {
    report(issues, inside(at, 'gross'), 'is missing');
  } else {
    checkCents(gross, inside(at, 'gross'), issues);
  }
  const reference = value.reference;
  if (reference === undefined) {
    report(issues, inside(at, 'reference'), 'is missing');
  } else if (typeof reference !== 'string') report(issues, inside(at, 'reference'), 'must be a string');
  const terms = value.terms;
  if (terms === undefined) {
    report(issues, inside(at, 'terms'), 'is missing');
  } else if (terms !== 'prepaid' && terms !== 'net14' && terms !== 'net30')
    report(issues, inside(at, 'terms'), 'must be "prepaid", "net14" or "net30"');
  return issues.length === before;
}

function checkInvoiceLinesItem(value: unknown, at: Place, issues: Issue[]): boolean {
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
