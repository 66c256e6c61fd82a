import type { Row } from './types.ts';

/** A row that copies several fields. */
export type CopyRow = Extract<Row, { readonly copy: unknown }>;

/** A row that fills one field. */
export type FieldRow = Exclude<Row, CopyRow>;

/** A row as those who read rows one by one see it. */
export interface ExpandedRow {
  readonly row: FieldRow;
  /** Where it stands below the list of rows. */
  readonly at: readonly (string | number)[];
  /** The row that it was written as a part of. */
  readonly copy?: CopyRow;
}

export function isCopyRow(row: Row): row is CopyRow {
  return 'copy' in row;
}

/** The rows of a mapping, one for each field: `copy: [id, name], from: customer` is a row for `id` and one for `name`. */
export function expandRows(rows: readonly Row[]): readonly ExpandedRow[] {
  return rows.flatMap((row, index): readonly ExpandedRow[] => {
    if (!isCopyRow(row)) return [{ row, at: [index] }];
    const { copy, from = '.', to = '.', note, ...options } = row;
    return copy.map((name, position) => ({
      row: { ...options, from: below(from, name), to: below(to, name), ...(position === 0 && note !== undefined && { note }) },
      at: [index, 'copy', position],
      copy: row,
    }));
  });
}

/** `customer` and `email` → customer.email; `.` is the value itself. */
function below(base: string, path: string): string {
  if (base === '.') return path;
  return path === '.' ? base : `${base}${path.startsWith('[') ? '' : '.'}${path}`;
}
