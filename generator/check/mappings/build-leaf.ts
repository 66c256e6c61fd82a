import type { Expression } from '../../expression/expression.ts';
import { unionTypes } from '../../expression/union-types.ts';
import type { BuildField } from '../../ir/mapping.ts';
import { present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { pascalCase } from '../names.ts';
import { checkValue, checkWhen, literal, type ValueContext } from '../values/check-value.ts';
import type { MappingContext } from './mapping-context.ts';
import { placeValue } from './place-value.ts';
import { EVERYTHING } from './selection.ts';
import { settle, sourceKey } from './settle.ts';
import type { PlacedRow, TargetNode } from './target-tree.ts';

/** A field that one row fills; undefined where the row is wrong (reported). */
export function buildLeaf(
  name: string,
  node: TargetNode,
  target: Type,
  context: MappingContext,
): BuildField | undefined {
  const placed = node.row;
  if (placed === undefined) return undefined;
  const { row, at } = placed;
  const valueContext: ValueContext = {
    ...context,
    wanted: present(target),
    gapName: `${context.id}${pascalCase(node.path)}`,
  };
  const value = checkValue(row, at, valueContext);
  const when = checkWhen(row, at, valueContext);
  if (value === undefined || (row.when !== undefined && when === undefined)) return undefined;
  const base = { name, place: context.integration.report.place(at), ...(row.note !== undefined && { note: row.note }) };
  if (row.default === undefined && isTaken(value)) {
    const where = { name, path: node.path, at: [...at, sourceKey(row)] };
    const built = placeValue(value, row, target, where, EVERYTHING, context);
    if (built === undefined) return undefined;
    if (when === undefined) return { ...base, ...built };
    return canDoWithout(target, placed, context) ? { ...base, ...built, when } : undefined;
  }
  const settled = settle(value, row, target, node.path, [...at, sourceKey(row)], context);
  if (settled === undefined) return undefined;
  if (when === undefined) return { ...base, build: { kind: 'value', value: settled.value }, set: settled.set };
  // Where the condition does not hold the default stands in; without one the field is left out, which it must allow.
  if (row.default !== undefined) {
    const other = settle(literal(row.default), {}, target, node.path, [...at, 'default'], context);
    if (other === undefined) return undefined;
    const chosen: Expression = {
      kind: 'conditional',
      test: when,
      then: settled.value,
      else: other.value,
      type: unionTypes([settled.value.type, other.value.type]),
    };
    return { ...base, build: { kind: 'value', value: chosen }, set: settled.set };
  }
  return canDoWithout(target, placed, context)
    ? { ...base, build: { kind: 'value', value: settled.value }, set: settled.set, when }
    : undefined;
}

/** A field with a condition has to be one that may be left out; one that may not is reported. */
function canDoWithout(target: Type, { row, at }: PlacedRow, context: MappingContext): boolean {
  if (!target.optional)
    context.integration.report.add('FR2005', { value: 'the row', target: row.to, unless: row.when ?? '' }, [
      ...at,
      'when',
    ]);
  return target.optional;
}

/** Whether a value is taken from the data as it is there, and so may hold what the target does not declare. */
function isTaken(value: Expression): boolean {
  switch (value.kind) {
    case 'name':
    case 'field':
    case 'index':
      return true;
    case 'apply':
      return isTaken(value.of);
    case 'each':
      return isTaken(value.value);
    case 'coalesce':
      return value.of.every(isTaken);
    default:
      return false;
  }
}
