import { isFailed, type Shape, type ShapeTable } from './shape.ts';
import { expand } from './type-of-shape.ts';

/** Why a value cannot go where another is wanted, in the order in which a person would want to know it. */
export interface Mismatch {
  /** Fields and `[]` on the way to it; empty for the value itself. */
  readonly path: readonly string[];
  readonly reason: 'kind' | 'values' | 'integer' | 'missingField' | 'optionalField' | 'nullableField' | 'unknown';
  readonly found: Shape;
  readonly wanted: Shape;
}

/** Whether every value of one shape is a value of the other; null and absence of the whole value are the caller's business. */
export function assignable(
  found: Shape,
  wanted: Shape,
  shapes: ShapeTable,
  seen: ReadonlySet<string> = new Set(),
): Mismatch | undefined {
  if (found.kind === 'ref' && wanted.kind === 'ref') {
    if (found.to === wanted.to) return undefined;
    const pair = `${found.to} → ${wanted.to}`;
    if (seen.has(pair)) return undefined;
    return assignable(expand(found, shapes), expand(wanted, shapes), shapes, new Set([...seen, pair]));
  }
  const from = expand(found, shapes);
  const to = expand(wanted, shapes);
  if (to.kind === 'any' || from.kind === 'never' || isFailed(from)) return undefined;
  if (from.kind === 'any') return { path: [], reason: 'unknown', found: from, wanted: to };
  if (from.kind === 'union') return firstOf(from.of, (one) => assignable(one, to, shapes, seen));
  if (to.kind === 'union') {
    const reasons = to.of.map((one) => assignable(from, one, shapes, seen));
    if (reasons.includes(undefined)) return undefined;
    return (
      reasons.find((reason) => reason !== undefined && reason.reason !== 'kind') ?? {
        path: [],
        reason: 'kind',
        found: from,
        wanted: to,
      }
    );
  }
  if (from.kind !== to.kind) return { path: [], reason: 'kind', found: from, wanted: to };
  return sameKind(from, to, shapes, seen);
}

function firstOf<T>(items: readonly T[], test: (item: T) => Mismatch | undefined): Mismatch | undefined {
  for (const item of items) {
    const mismatch = test(item);
    if (mismatch !== undefined) return mismatch;
  }
  return undefined;
}

function sameKind(from: Shape, to: Shape, shapes: ShapeTable, seen: ReadonlySet<string>): Mismatch | undefined {
  if (from.kind === 'array' && to.kind === 'array') return within('[]', assignable(from.item, to.item, shapes, seen));
  if (from.kind === 'object' && to.kind === 'object') {
    const { rest } = to;
    const others = rest === undefined ? [] : [...from.fields].filter(([name]) => !to.fields.has(name));
    const misfit = firstOf(others, ([name, field]) =>
      within(name, assignable(field.shape, rest ?? field.shape, shapes, seen)),
    );
    if (misfit !== undefined) return misfit;
    if (rest !== undefined && from.rest !== undefined) {
      const unnamed = within('*', assignable(from.rest, rest, shapes, seen));
      if (unnamed !== undefined) return unnamed;
    }
    return firstOf([...to.fields], ([name, wanted]) => {
      const field = from.fields.get(name);
      if (field === undefined)
        return wanted.optional
          ? undefined
          : { path: [name], reason: 'missingField', found: from, wanted: wanted.shape };
      if (field.optional && !wanted.optional)
        return { path: [name], reason: 'optionalField', found: field.shape, wanted: wanted.shape };
      return within(name, assignable(field.shape, wanted.shape, shapes, seen));
    });
  }
  if (from.kind === 'number' && to.kind === 'number' && to.integer && !from.integer)
    return { path: [], reason: 'integer', found: from, wanted: to };
  const choices = valuesOf(to);
  if (choices === undefined) return undefined;
  const own = valuesOf(from);
  return own !== undefined && own.every((value) => choices.includes(value))
    ? undefined
    : { path: [], reason: 'values', found: from, wanted: to };
}

function valuesOf(shape: Shape): readonly (string | number | boolean)[] | undefined {
  return shape.kind === 'string' || shape.kind === 'number' || shape.kind === 'boolean' ? shape.values : undefined;
}

function within(step: string, mismatch: Mismatch | undefined): Mismatch | undefined {
  return mismatch === undefined ? undefined : { ...mismatch, path: [step, ...mismatch.path] };
}
