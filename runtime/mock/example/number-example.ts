import { numberAt, type Schema } from './schema.ts';

/** A number within the schema's bounds; variants count up from the first while there is room. */
export function numberExample(schema: Schema, isInteger: boolean, variant: number): number {
  const step = stepOf(numberAt(schema, 'multipleOf'), isInteger);
  const low = lowest(schema, step);
  const high = highest(schema, step);
  const wanted = isInteger || step !== undefined ? 1 : 1.5;
  if (step === undefined) return clamp(wanted + variant, low, high);
  // Counted in steps, since 3 * 0.1 is not 0.3.
  const first = clamp(Math.ceil(wanted / step), low, high);
  const room = Number.isFinite(high) ? high - first + 1 : Number.MAX_SAFE_INTEGER;
  return Number(((first + (variant % Math.max(room, 1))) * step).toPrecision(12));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Whole numbers go by ones, or by the smallest multiple of `multipleOf` that is whole. */
function stepOf(multipleOf: number | undefined, isInteger: boolean): number | undefined {
  if (multipleOf === undefined) return isInteger ? 1 : undefined;
  if (!isInteger || Number.isInteger(multipleOf)) return multipleOf;
  const factor = Array.from({ length: 1000 }, (_, index) => index + 1).find((count) =>
    Number.isInteger(Number((count * multipleOf).toPrecision(12))),
  );
  return Number(((factor ?? 1) * multipleOf).toPrecision(12));
}

/** The lowest value, in steps where there are some. */
function lowest(schema: Schema, step: number | undefined): number {
  const minimum = numberAt(schema, 'minimum') ?? Number.NEGATIVE_INFINITY;
  const above = numberAt(schema, 'exclusiveMinimum') ?? Number.NEGATIVE_INFINITY;
  if (step !== undefined) return Math.max(Math.ceil(minimum / step), Math.floor(above / step) + 1);
  return above >= minimum ? above + gap(schema, above) : minimum;
}

function highest(schema: Schema, step: number | undefined): number {
  const maximum = numberAt(schema, 'maximum') ?? Number.POSITIVE_INFINITY;
  const below = numberAt(schema, 'exclusiveMaximum') ?? Number.POSITIVE_INFINITY;
  if (step !== undefined) return Math.min(Math.floor(maximum / step), Math.ceil(below / step) - 1);
  return below <= maximum ? below - gap(schema, below) : maximum;
}

/** How far to stay away from an exclusive bound: a quarter of the way to the other one, at most a half. */
function gap(schema: Schema, bound: number): number {
  const others = ['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum'].map((keyword) =>
    numberAt(schema, keyword),
  );
  const distances = others.flatMap((other) =>
    other === undefined || other === bound ? [] : [Math.abs(other - bound) / 4],
  );
  return Math.min(0.5, ...distances);
}
