import type { Shape, ShapeName, ShapeTable } from '../../shape/shape.ts';

/** One step from a model's type towards a part of it: into a field, or into the items of a list. */
export interface Step {
  readonly field?: string;
  /** What the step starts from may be missing. */
  readonly maybe: boolean;
}

export interface Way {
  readonly steps: readonly Step[];
  /** What the way leads to may be missing there. */
  readonly maybe: boolean;
}

/** The shortest way from a model to a place in its schema that has no name in TypeScript; undefined where nothing leads there plainly. */
export function wayTo(model: ShapeName, target: ShapeName, shapes: ShapeTable): Way | undefined {
  const queue: (Way & { readonly shape: Shape })[] = [{ shape: { kind: 'ref', to: model }, steps: [], maybe: false }];
  const seen = new Set<ShapeName>();
  for (const { shape, steps, maybe } of queue) {
    switch (shape.kind) {
      case 'ref': {
        if (shape.to === target) return { steps, maybe };
        const next = shapes.get(shape.to);
        if (next !== undefined && !seen.has(shape.to)) queue.push({ shape: next, steps, maybe });
        seen.add(shape.to);
        break;
      }
      case 'union': {
        const [only, ...others] = shape.of.filter((one) => one.kind !== 'null');
        if (only !== undefined && others.length === 0) queue.push({ shape: only, steps, maybe: true });
        break;
      }
      case 'array':
        if (shape.prefix === undefined) queue.push({ shape: shape.item, steps: [...steps, { maybe }], maybe: false });
        break;
      case 'object':
        for (const [field, inner] of shape.fields)
          queue.push({ shape: inner.shape, steps: [...steps, { field, maybe }], maybe: inner.optional });
        break;
      default:
    }
  }
  return undefined;
}
