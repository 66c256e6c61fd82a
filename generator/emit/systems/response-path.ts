import type { ItemsPath } from '../../ir/pagination.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { fieldOf, itemOf } from '../../shape/member.ts';
import type { Type } from '../../shape/type.ts';
import * as s from '../syntax/index.ts';

/** A place in a response as code, and what is known of the value there. */
export interface PlaceInResponse {
  readonly node: s.ExpressionNode;
  /** Absent where the models know nothing of the place. */
  readonly type?: Type;
}

/** `body.paging?.next?.after`; `?.` only where the model says that something may be missing, -1 as `.at(-1)`. */
export function responsePath(
  body: s.ExpressionNode,
  type: Type,
  path: ItemsPath,
  shapes: ShapeTable,
  imports: s.Imports,
): PlaceInResponse {
  let node = body;
  let at = type;
  for (const key of path) {
    const member = typeof key === 'string' ? fieldOf(at, key, shapes) : itemOf(at, shapes, 'position');
    if (!('found' in member) || at.shape.kind === 'any')
      return { node: s.call(imports.useRuntime('readPath'), [body, s.literal(path)]) };
    const access = { optional: at.optional || at.nullable };
    if (typeof key === 'string') node = s.property(node, key, access);
    else node = key < 0 ? s.method(node, 'at', [s.literal(key)], access) : s.element(node, key, access);
    at = member.found;
  }
  return { node, type: at };
}

/** The list of items in a response; an empty one where it may be missing. */
export function responseItems(
  body: s.ExpressionNode,
  type: Type,
  path: ItemsPath,
  shapes: ShapeTable,
  imports: s.Imports,
): s.ExpressionNode {
  const { node, type: found } = responsePath(body, type, path, shapes, imports);
  return found !== undefined && (found.optional || found.nullable) ? s.binary(node, '??', s.array([])) : node;
}
