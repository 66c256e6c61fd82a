import type { SpecPath } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { expand, isMaybe } from '../../shape/type-of-shape.ts';
import { cyclesIn } from '../models/cycles.ts';
import type { Report } from '../report.ts';

/** A mapping that another one applies in one of its rows to a value that may well be as large as its own source. */
export interface EndlessStep {
  readonly from: string;
  readonly to: string;
  readonly at: SpecPath;
}

/**
 * Whether applying mappings to this value over and over ends some day: on the way from the source to it is a field that
 * may be missing, or a list, which a value of a model holds only finitely often. What is built anew (by another mapping,
 * by logic) is not judged.
 */
export function getsSmaller(of: Expression, params: ReadonlySet<string>, shapes: ShapeTable): boolean {
  switch (of.kind) {
    case 'name':
      return !params.has(of.name) || isList(of, shapes);
    case 'field':
      return isMaybe(of.type) || isList(of, shapes) || getsSmaller(of.of, params, shapes);
    case 'apply':
      // Pieces of a text are texts again.
      return of.op.op === 'split'
        ? getsSmaller(of.of, params, shapes)
        : isMaybe(of.type) || getsSmaller(of.of, params, shapes);
    case 'coalesce':
      return of.of.every((one) => getsSmaller(one, params, shapes));
    case 'conditional':
      return [of.then, of.else].every((one) => getsSmaller(one, params, shapes));
    default:
      return true;
  }
}

function isList({ type }: Expression, shapes: ShapeTable): boolean {
  return expand(type.shape, shapes).kind === 'array';
}

/** Mappings that apply themselves, directly or through others, to what never gets smaller. */
export function reportEndless(steps: readonly EndlessStep[], report: Report): void {
  const edges = Map.groupBy(steps, ({ from }) => from);
  const named = new Map([...edges].map(([from, all]) => [from, [...new Set(all.map(({ to }) => to))]]));
  for (const names of cyclesIn(named)) {
    const step = edges.get(names[0] ?? '')?.find(({ to }) => to === names[1]);
    if (step !== undefined) report.add('FR2025', { names }, step.at);
  }
}
