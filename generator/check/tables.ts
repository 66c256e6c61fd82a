import type { Lookups } from '../ir/table.ts';
import type { Place } from '../diagnostics/place.ts';
import type { LoadedSpec } from '../load/load-spec.ts';
import type { TableShape } from '../expression/environment.ts';
import { shapeOf, literalType } from '../expression/types.ts';
import { isSchemaObject } from '../shape/json-schema.ts';
import type { Table } from '../spec/types.ts';
import type { Report } from './report.ts';
import { referencedFile } from '../load/references/referenced-file.ts';

type Entry = readonly [key: string, value: string | number | boolean | null];

/** A lookup table with its entries in the order of the spec. */
export interface CheckedTable {
  readonly id: string;
  readonly place: Place;
  readonly entries: readonly Entry[];
}

/** A table in which something is looked up. */
export interface UsedTable extends CheckedTable {
  readonly lookups: Lookups;
}

export function checkTables(
  tables: Readonly<Record<string, Table>>,
  loaded: LoadedSpec,
  report: Report,
): readonly CheckedTable[] {
  return Object.entries(tables).map(([id, table]) => {
    const entries = entriesOf(table, id, loaded, report);
    return { id, place: report.place(['tables', id], { on: 'key' }), entries };
  });
}

/** What each key of a table gives. */
export function tableShape({ entries }: CheckedTable): TableShape {
  return new Map(entries.map(([key, value]) => [key, shapeOf(literalType(value))]));
}

/** What a file holds that is no table. */
function foundIn(data: unknown): string {
  if (Array.isArray(data)) return 'a list';
  if (!isSchemaObject(data)) return 'a single value';
  const [key = ''] = Object.entries(data).find(([, value]) => typeof value === 'object' && value !== null) ?? [];
  return `one of which '${key}' holds a list or an object`;
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
      {
        expected: 'a table is an object of texts, numbers, booleans and nulls, which',
        found: foundIn(file.data),
        fix: 'let the file hold nothing but keys with one value each: { paid: won }',
      },
      ['tables', id],
    );
  return entries;
}
