import { sortKeys } from '../data/sort-keys.ts';
import type { SpecPath } from '../diagnostics/place.ts';
import { specPathText } from '../diagnostics/spec-path-text.ts';
import type { Shape, ShapeTable } from '../shape/shape.ts';
import type { Type } from '../shape/type.ts';
import type { Logic } from '../spec/types.ts';
import { misfits } from './fit-value.ts';
import type { Report } from './report.ts';

/** A gap with its examples as the spec has them. */
export interface LogicExamples {
  readonly id: string;
  /** Of the gap: its `examples` are below. */
  readonly at: SpecPath;
  readonly input: Type;
  readonly output: Type;
  readonly examples: NonNullable<Logic['examples']>;
}

/** Whether the examples of a gap are values that it can be given and can give, and one function can keep them all; gives those that fit. */
export function checkExamples(
  { id, at, input, output, examples }: LogicExamples,
  shapes: ShapeTable,
  report: Report,
): ReadonlySet<number> {
  const fit = new Set<number>();
  const first = new Map<string, { readonly at: number; readonly out: string }>();
  for (const [index, example] of examples.entries()) {
    const where: SpecPath = [...at, 'examples', index];
    const found = [
      ...fitting('in', example.in, shapeOf(input), where, shapes, report),
      ...fitting('out', example.out, shapeOf(output), where, shapes, report),
    ];
    if (found.length > 0) continue;
    fit.add(index);
    const [key, out] = [textOf(example.in), textOf(example.out)];
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, { at: index + 1, out });
    else if (earlier.out !== out)
      report.add('FR7002', { first: earlier.at, one: brief(earlier.out), other: brief(out) }, [...where, 'out']);
  }
  const hidden = examples.filter((example) => example.hidden === true).length;
  if (hidden > 0 && hidden === examples.length)
    report.add('FR7004', { gap: id, hidden }, [...at, 'examples'], { on: 'key' });
  return fit;
}

function fitting(
  part: 'in' | 'out',
  value: unknown,
  shape: Shape,
  where: SpecPath,
  shapes: ShapeTable,
  report: Report,
): readonly unknown[] {
  const found = misfits(value, shape, shapes);
  for (const { path, problem, on = 'value' } of found)
    report.add(
      'FR7001',
      { part, at: path.length === 0 ? '' : specPathText(path), problem },
      [...where, part, ...path],
      { on },
    );
  return found;
}

/** With the null that a type has apart from its shape. */
function shapeOf({ shape, nullable }: Type): Shape {
  return nullable && shape.kind !== 'any' ? { kind: 'union', of: [shape, { kind: 'null' }] } : shape;
}

/** The same text for the same data, whatever the order of its keys. */
function textOf(value: unknown): string {
  return JSON.stringify(sortKeys(value));
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
