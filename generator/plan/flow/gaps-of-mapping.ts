import { expandRows, type FieldRow } from '../../spec/rows.ts';
import type { Op } from '../../spec/types.ts';
import type { FlowScope } from './flow-scope.ts';

/** The gaps that a mapping reaches, by name; a `rule` by the field that it fills. Mappings inside it count. */
export function gapsOfMapping(id: string, scope: FlowScope, seen: Set<string> = new Set()): readonly string[] {
  if (seen.has(id)) return [];
  seen.add(id);
  const gaps = expandRows(scope.mapping(id)?.rows ?? []).flatMap(({ row }) => [
    ...gapOfRow(row),
    ...mappingsOf(row).flatMap((inner) => gapsOfMapping(inner, scope, seen)),
  ]);
  return [...new Set(gaps)];
}

function gapOfRow(row: FieldRow): readonly string[] {
  if ('logic' in row) return [row.logic];
  return 'rule' in row ? [row.to] : [];
}

function mappingsOf(row: FieldRow): readonly string[] {
  const named = 'map' in row && row.map !== undefined ? [row.map] : [];
  return [...named, ...(row.pipe ?? []).flatMap(mappingsOfOp)];
}

function mappingsOfOp(op: Op): readonly string[] {
  if (typeof op === 'string') return [];
  if ('each' in op) return op.each.flatMap(mappingsOfOp);
  return 'map' in op ? [op.map] : [];
}
