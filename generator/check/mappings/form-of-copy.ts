import { assignable } from '../../shape/assignable.ts';
import type { ObjectShape, Shape, ShapeTable } from '../../shape/shape.ts';
import { expand } from '../../shape/type-of-shape.ts';
import { isEverything, type Selection } from './selection.ts';

/**
 * How a value of one shape becomes one of another by copying: as it is, or built anew, so that it holds what the target
 * declares and nothing else. A choice of several shapes is copied as it is.
 */
export function formOfCopy(
  from: Shape,
  to: Shape,
  selection: Selection,
  shapes: ShapeTable,
): 'value' | 'object' | 'list' {
  const [source, target] = [expand(from, shapes), expand(to, shapes)];
  if (source.kind === 'object' && target.kind === 'object')
    return isEverything(selection) && isWhole(from, to, shapes, new Set()) ? 'value' : 'object';
  if (source.kind !== 'array' || target.kind !== 'array' || source.prefix !== undefined || target.prefix !== undefined)
    return 'value';
  return formOfCopy(withoutNull(source.item, shapes), withoutNull(target.item, shapes), selection, shapes) === 'value'
    ? 'value'
    : 'list';
}

/** Whether a value can be copied as it is, with nothing in it that the target does not declare. */
function isWhole(from: Shape, to: Shape, shapes: ShapeTable, seen: ReadonlySet<string>): boolean {
  const pair = from.kind === 'ref' && to.kind === 'ref' ? `${from.to} → ${to.to}` : undefined;
  if (pair !== undefined && seen.has(pair)) return true;
  const deeper = pair === undefined ? seen : new Set([...seen, pair]);
  const [source, target] = [expand(from, shapes), expand(to, shapes)];
  if (source.kind === 'array' && target.kind === 'array') return isWhole(source.item, target.item, shapes, deeper);
  if (source.kind === 'union' && target.kind === 'union' && source.of.length === 2) {
    const [one, other] = [withoutNull(source, shapes), withoutNull(target, shapes)];
    if (one !== source && other !== target) return isWhole(one, other, shapes, deeper);
  }
  if (source.kind !== 'object' || target.kind !== 'object') return true;
  return isWholeObject(source, target, shapes, deeper);
}

/** Both say of every other member what it holds, and the target declares nothing that the source leaves open. */
function isWholeObject(
  source: ObjectShape,
  target: ObjectShape,
  shapes: ShapeTable,
  seen: ReadonlySet<string>,
): boolean {
  if (source.rest === undefined || target.rest === undefined) return false;
  if (assignable(source.rest, target.rest, shapes) !== undefined || !isWhole(source.rest, target.rest, shapes, seen))
    return false;
  for (const [name, field] of target.fields) {
    const own = source.fields.get(name);
    if (own === undefined || (own.optional && !field.optional)) return false;
    if (assignable(own.shape, field.shape, shapes) !== undefined || !isWhole(own.shape, field.shape, shapes, seen))
      return false;
  }
  for (const [name, field] of source.fields) {
    if (!target.fields.has(name) && assignable(field.shape, target.rest, shapes) !== undefined) return false;
  }
  return true;
}

/** The shape of a value that is there. */
export function withoutNull(shape: Shape, shapes: ShapeTable): Shape {
  const open = expand(shape, shapes);
  if (open.kind !== 'union') return shape;
  const rest = open.of.filter((one) => one.kind !== 'null');
  const [only] = rest;
  return rest.length === 1 && only !== undefined ? only : shape;
}
