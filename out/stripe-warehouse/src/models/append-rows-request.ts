import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';
import { type InvoiceRow, checkInvoiceRow } from './invoice-row.ts';

export interface AppendRowsRequest {
  rows: InvoiceRow[];
}

export function checkAppendRowsRequest(value: unknown, at: Place, issues: Issue[]): value is AppendRowsRequest {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const rows = value.rows;
  if (rows === undefined) {
    report(issues, inside(at, 'rows'), 'is missing');
  } else if (!Array.isArray(rows)) {
    report(issues, inside(at, 'rows'), 'must be an array');
  } else {
    const place = inside(at, 'rows');
    for (let index = 0; index < rows.length; index += 1) {
      const item: unknown = rows[index];
      checkInvoiceRow(item, inside(place, index), issues);
    }
  }
  return issues.length === before;
}
