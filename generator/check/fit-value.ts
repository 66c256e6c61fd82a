import { nearest } from '../diagnostics/nearest.ts';
import type { SpecPath } from '../diagnostics/place.ts';
import { describeShape } from '../shape/describe.ts';
import { isSchemaObject } from '../shape/json-schema.ts';
import { isFailed, type ObjectShape, type Shape, type ShapeTable } from '../shape/shape.ts';
import { expand } from '../shape/type-of-shape.ts';

/** Where a value does not fit its shape, and why not: `is "red", not number`. */
export interface Misfit {
  readonly path: SpecPath;
  readonly problem: string;
  /** It is the name that is wrong, not the value. */
  readonly on?: 'key';
}

/** What of a value does not fit a shape, each at its place within the value. */
export function misfits(value: unknown, shape: Shape, shapes: ShapeTable, path: SpecPath = []): readonly Misfit[] {
  const open = expand(shape, shapes);
  if (open.kind === 'any' || isFailed(open)) return [];
  if (open.kind === 'union') return ofUnion(value, open.of, shapes, path);
  if (open.kind === 'object' && isSchemaObject(value)) return ofObject(value, open, shapes, path);
  if (open.kind === 'array' && Array.isArray(value))
    return value.flatMap((item, at) => misfits(item, open.prefix?.[at] ?? open.item, shapes, [...path, at]));
  return isOf(value, open) ? [] : [{ path, problem: `is ${shown(value)}, not ${describeShape(open)}` }];
}

/** Of the alternatives that are of the value's kind the one that it fits best. */
function ofUnion(value: unknown, of: readonly Shape[], shapes: ShapeTable, path: SpecPath): readonly Misfit[] {
  const told = of.map((one) => misfits(value, one, shapes, path));
  if (told.some((one) => one.length === 0)) return [];
  const inside = told.filter((one) => one.every((misfit) => misfit.path.length > path.length));
  const [best] = inside.toSorted((one, other) => one.length - other.length);
  return best ?? [{ path, problem: `is ${shown(value)}, not ${of.map(describeShape).join(' or ')}` }];
}

function ofObject(
  value: Readonly<Record<string, unknown>>,
  { fields, rest }: ObjectShape,
  shapes: ShapeTable,
  path: SpecPath,
): readonly Misfit[] {
  const missing = [...fields]
    .filter(([name, { optional }]) => !optional && !Object.hasOwn(value, name))
    .map(([name]): Misfit => ({ path, problem: `has no '${name}'` }));
  const wrong = Object.entries(value).flatMap(([name, one]): readonly Misfit[] => {
    const field = fields.get(name)?.shape ?? rest;
    if (field !== undefined) return misfits(one, field, shapes, [...path, name]);
    const meant = nearest(name, fields.keys());
    const hint = meant === undefined ? '' : `; did you mean '${meant}'?`;
    return [{ path: [...path, name], problem: `is no field of its type${hint}`, on: 'key' }];
  });
  return [...missing, ...wrong];
}

function isOf(value: unknown, shape: Shape): boolean {
  switch (shape.kind) {
    case 'null':
      return value === null;
    case 'string':
      return typeof value === 'string' && (shape.values?.includes(value) ?? true);
    case 'boolean':
      return typeof value === 'boolean' && (shape.values?.includes(value) ?? true);
    case 'number':
      if (typeof value !== 'number' || !(shape.values?.includes(value) ?? true)) return false;
      return !shape.integer || Number.isInteger(value);
    default:
      return false;
  }
}

/** A value as a message shows it. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isSchemaObject(value)) return 'an object';
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
