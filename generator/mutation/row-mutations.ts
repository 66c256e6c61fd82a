import type { SpecPath } from '../diagnostics/place.ts';
import { isCopyRow } from '../spec/rows.ts';
import type { Row, Value } from '../spec/types.ts';
import { deletion } from './deletion.ts';
import type { Mutation } from './mutation.ts';

/** A mapping's rows, and what each does to its value. */
export function* rowMutations(rows: readonly Row[], path: SpecPath, mapping: string): Generator<Mutation> {
  for (const [index, row] of rows.entries()) {
    const owner = isCopyRow(row) ? `copy of ${mapping}` : `row '${row.to}' of ${mapping}`;
    yield deletion('row', [...path, index], owner);
    const names = isCopyRow(row) && row.copy.length > 1 ? row.copy : [];
    for (const [at, name] of names.entries())
      yield deletion('row', [...path, index, 'copy', at], `copy of '${name}' in ${mapping}`);
    yield* valueMutations(row, [...path, index], owner);
  }
}

/** What is done to a value: its condition, operations and default. */
export function* valueMutations(value: Row | Value, path: SpecPath, owner: string): Generator<Mutation> {
  const { pipe = [] } = value;
  for (const [index, operation] of pipe.entries()) {
    const name = `operation ${operationName(operation)} of ${owner}`;
    // A pipe of one operation goes with it: an empty one would be a mistake of another kind.
    yield deletion('pipe', pipe.length === 1 ? [...path, 'pipe'] : [...path, 'pipe', index], name);
  }
  if (value.default !== undefined) yield deletion('default', [...path, 'default'], `default of ${owner}`);
  if (value.when !== undefined) yield deletion('when', [...path, 'when'], `condition of ${owner}`);
}

function operationName(operation: NonNullable<Row['pipe']>[number]): string {
  return typeof operation === 'string' ? operation : (Object.keys(operation)[0] ?? '');
}
