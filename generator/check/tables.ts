import type { Place } from '../diagnostics/place.ts';
import type { LoadedSpec } from '../load/load-spec.ts';
import { shapeOf, literalType } from '../expression/types.ts';
import { isSchemaObject } from '../shape/json-schema.ts';
import type { Shape } from '../shape/shape.ts';
import { unionOf } from '../shape/union.ts';
import type { Table } from '../spec/types.ts';
import type { Report } from './report.ts';
import { referencedFile } from '../load/references/referenced-file.ts';

type Entry = readonly [key: string, value: string | number | boolean | null];

/** A lookup table with its entries in the order of the spec. */
export interface CheckedTable {
  readonly id: string;
  readonly place: Place;
  readonly entries: readonly Entry[];
  /** What a lookup can give. */
  readonly values: Shape;
}

export function checkTables(
  tables: Readonly<Record<string, Table>>,
  loaded: LoadedSpec,
  report: Report,
): readonly CheckedTable[] {
  return Object.entries(tables).map(([id, table]) => {
    const entries = entriesOf(table, id, loaded, report);
    const values = unionOf(entries.map(([, value]) => shapeOf(literalType(value))));
    return { id, place: report.place(['tables', id], { on: 'key' }), entries, values };
  });
}

function entriesOf(table: Table, id: string, loaded: LoadedSpec, report: Report): readonly Entry[] {
  if (typeof table !== 'string') return Object.entries(table);
  const file = referencedFile(loaded, table);
  // A file that could not be read has been reported by the load stage.
  if (file === undefined) return [];
  const data = isSchemaObject(file.data) ? Object.entries(file.data) : [];
  const entries = data.filter(
    (entry): entry is [string, Entry[1]] =>
      entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  if (!isSchemaObject(file.data) || entries.length < data.length)
    report.add(
      'FR2004',
      { expected: 'a table is an object of texts, numbers, booleans and nulls, which', found: 'what the file holds' },
      ['tables', id],
    );
  return entries;
}
