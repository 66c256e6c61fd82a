import { FAILED_SHAPE, isFailed, type Field, type ObjectShape, type Shape } from './shape.ts';
import { unionOf } from './union.ts';

/** What satisfies both shapes (`allOf`), as far as shapes can say it: fields of both objects, the narrower of two kinds. */
export function mergeShapes(left: Shape, right: Shape): Shape {
  if (isFailed(left) || isFailed(right)) return FAILED_SHAPE;
  if (left.kind === 'any') return right;
  if (right.kind === 'any') return left;
  if (left.kind === 'object' && right.kind === 'object') return mergeObjects(left, right);
  if (left.kind === 'union' || right.kind === 'union') return mergeUnions(left, right);
  if (left.kind === 'array' && right.kind === 'array')
    return { kind: 'array', item: mergeShapes(left.item, right.item) };
  if (left.kind === 'string' && right.kind === 'string') return left.values === undefined ? right : left;
  if (left.kind === 'number' && right.kind === 'number')
    return left.values !== undefined || left.integer ? left : right;
  // A reference merged with something: the reference is the richer description, and the validator checks the rest.
  if (left.kind === 'ref') return left;
  if (right.kind === 'ref') return right;
  return left.kind === right.kind ? left : { kind: 'never' };
}

function mergeUnions(left: Shape, right: Shape): Shape {
  const lefts = left.kind === 'union' ? left.of : [left];
  const rights = right.kind === 'union' ? right.of : [right];
  return unionOf(lefts.flatMap((one) => rights.map((other) => mergeShapes(one, other))));
}

function mergeObjects(left: ObjectShape, right: ObjectShape): ObjectShape {
  const fields = new Map<string, Field>(left.fields);
  for (const [name, field] of right.fields) {
    const known = fields.get(name);
    fields.set(
      name,
      known === undefined
        ? field
        : {
            ...known,
            ...field,
            shape: mergeShapes(known.shape, field.shape),
            optional: known.optional && field.optional,
          },
    );
  }
  const rest =
    left.rest === undefined ? right.rest : right.rest === undefined ? left.rest : mergeShapes(left.rest, right.rest);
  return { kind: 'object', fields, ...(rest !== undefined && { rest }) };
}
