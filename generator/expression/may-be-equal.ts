import type { Shape } from '../shape/shape.ts';

/** Whether values of two shapes (references followed) can be the same: kinds agree, and choices of values share one. Objects and lists are compared by identity. */
export function mayBeEqual(left: Shape, right: Shape): boolean {
  if (left.kind === 'any' || right.kind === 'any') return true;
  if (left.kind === 'union') return left.of.some((one) => mayBeEqual(one, right));
  if (right.kind === 'union') return right.of.some((one) => mayBeEqual(left, one));
  if (left.kind === 'ref' || right.kind === 'ref') return true;
  if (left.kind !== right.kind || left.kind === 'object' || left.kind === 'array') return false;
  const [one, other] = [choicesOf(left), choicesOf(right)];
  return one === undefined || other === undefined || one.some((value) => other.includes(value));
}

function choicesOf(shape: Shape): readonly unknown[] | undefined {
  return shape.kind === 'string' || shape.kind === 'number' || shape.kind === 'boolean' ? shape.values : undefined;
}
