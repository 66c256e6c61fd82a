import { sameShape } from './same-shape.ts';
import { FAILED_SHAPE, isFailed, type Shape } from './shape.ts';

/** The union of some shapes: flattened, without repetitions; `any` swallows everything else but null, what failed swallows that, too. */
export function unionOf(shapes: readonly Shape[]): Shape {
  const flat = shapes
    .flatMap((shape) => (shape.kind === 'union' ? shape.of : [shape]))
    .filter((shape) => shape.kind !== 'never');
  if (flat.some(isFailed)) return FAILED_SHAPE;
  const nullable = flat.some((shape) => shape.kind === 'null');
  const lists = flat.some((shape) => shape.kind === 'array' && shape.item.kind !== 'never');
  // The empty list is a list of anything, so beside another list it adds nothing.
  const rest = flat.filter(
    (shape) => shape.kind !== 'null' && !(lists && shape.kind === 'array' && shape.item.kind === 'never'),
  );
  const kept = rest.some((shape) => shape.kind === 'any') ? [{ kind: 'any' } as const] : joinChoices(rest);
  const all: readonly Shape[] = nullable ? [...kept, { kind: 'null' }] : kept;
  const [only] = all;
  if (only === undefined) return { kind: 'never' };
  return all.length === 1 ? only : { kind: 'union', of: all };
}

/** Strings with strings, numbers with numbers: two choices of values become one, and the open type swallows choices. */
function joinChoices(shapes: readonly Shape[]): readonly Shape[] {
  const joined: Shape[] = [];
  for (const shape of shapes) {
    const at = joined.findIndex((other) => other.kind === shape.kind && canJoin(other));
    const other = joined[at];
    if (other === undefined || !canJoin(shape))
      joined.push(...(joined.some((one) => sameShape(one, shape)) ? [] : [shape]));
    else joined[at] = join(other, shape);
  }
  return joined;
}

function canJoin(shape: Shape): boolean {
  return shape.kind === 'string' || shape.kind === 'number' || shape.kind === 'boolean';
}

function join(left: Shape, right: Shape): Shape {
  if (left.kind === 'string' && right.kind === 'string') {
    if (left.values !== undefined && right.values !== undefined)
      return { kind: 'string', values: [...new Set([...left.values, ...right.values])] };
    return left.format !== undefined && left.format === right.format ? left : { kind: 'string' };
  }
  if (left.kind === 'number' && right.kind === 'number') {
    const integer = left.integer && right.integer;
    if (left.values !== undefined && right.values !== undefined)
      return { kind: 'number', integer, values: [...new Set([...left.values, ...right.values])] };
    return { kind: 'number', integer };
  }
  return { kind: 'boolean' };
}
