import { describeType } from '../../shape/describe.ts';
import { isFailed, type Shape } from '../../shape/shape.ts';
import { expand, isMaybe, typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Environment } from '../environment.ts';
import type { Expression, JsonataFunction } from '../expression.ts';
import { narrow } from '../check-expression.ts';
import type { Scope } from '../scope.ts';
import { BOOLEAN, listOf } from '../types.ts';
import type { Node } from './node.ts';
import { Refusal, refuse } from './refusal.ts';

/**
 * What a piece of JSONata gives: one value (which may be a list, or missing), or a sequence: nothing where it is empty, its item
 * where there is one, else a list. `unsure`: where the sequence is of a single list, that list stays what it is.
 */
export type Value =
  | { readonly kind: 'one'; readonly of: Expression }
  | { readonly kind: 'sequence'; readonly list: Expression; readonly unsure: boolean };

/** Where a piece of JSONata stands. */
export interface Here {
  readonly scope: Scope;
  readonly environment: Environment;
  /** `$$`: what the expression as a whole looks at; undefined where that is not one value but names. */
  readonly root: Expression | undefined;
  /** `$`: what is looked at. */
  readonly current: Expression | undefined;
  readonly variables: ReadonlyMap<string, Value>;
  /** How many lists it is in: their items need names that differ. */
  readonly depth: number;
}

export function one(of: Expression): Value {
  return { kind: 'one', of };
}

export function sequence(list: Expression, unsure = false): Value {
  return { kind: 'sequence', list, unsure };
}

/** One value, with what conditions around it have shown. */
export function asOne(value: Value, node: Node, { scope, environment }: Here): Expression {
  if (value.kind === 'one') {
    if (isFailed(value.of.type.shape)) throw new Refusal([]);
    return narrow(value.of, { scope, environment });
  }
  return refuse(
    node,
    'this sequence',
    'by the data, it is nothing, one value or a list',
    'write [ … ] around it for a list, […][0] for the first, or use it in $sum, $count, $join and the like',
  );
}

export function shapeAt(expression: Expression, { environment }: Here): Shape {
  return expand(expression.type.shape, environment.shapes);
}

export function isList(expression: Expression, here: Here): boolean {
  return shapeAt(expression, here).kind === 'array';
}

/** The alternatives of a shape. */
export function partsOf(shape: Shape, here: Here): readonly Shape[] {
  const open = expand(shape, here.environment.shapes);
  return open.kind === 'union' ? open.of.map((part) => expand(part, here.environment.shapes)) : [open];
}

export function isKind(expression: Expression, kinds: readonly Shape['kind'][], here: Here): boolean {
  return partsOf(expression.type.shape, here).every((part) => kinds.includes(part.kind));
}

/** The type of a list's items, as in a loop. */
export function itemTypeOf(list: Expression, here: Here, node: Node): Type {
  const shape = shapeAt(list, here);
  if (shape.kind !== 'array')
    return refuse(node, 'this', `it is ${describeType(list.type)}, not a list`, 'use it as it is');
  const { ref } = list.type;
  const way = ref === undefined ? undefined : ({ kind: 'item', of: ref, maybe: isMaybe(list.type) } as const);
  return typeOfShape(shape.item, here.environment.shapes, false, way);
}

/** An exact function of JSONata; where its subject is missing, so is the result, unless it `takesMissing`. */
export function jsonata(
  fn: JsonataFunction,
  of: Expression,
  args: readonly Expression[],
  type: Type,
  takesMissing = false,
): Expression {
  const optional = type.optional || (!takesMissing && of.type.optional);
  return { kind: 'apply', op: { op: 'jsonata', fn, args, takesMissing }, of, type: { ...type, optional } };
}

/** Whether there is a value: null is one. */
export function isThere(of: Expression): Expression {
  return of.type.nullable ? jsonata('isDefined', of, [], BOOLEAN, true) : { kind: 'present', of, type: BOOLEAN };
}

/** A sequence as a list that is missing where it is empty. */
export function listOrMissing(list: Expression): Expression {
  return { kind: 'apply', op: { op: 'nonEmpty' }, of: list, type: { ...list.type, optional: true } };
}

/** A list that is certainly there. */
export function listThere(list: Expression): Expression {
  if (!isMaybe(list.type)) return list;
  const type = { ...list.type, optional: false, nullable: false };
  return { kind: 'array', items: [list], spread: [0], type };
}

export function listType(item: Type): Type {
  return listOf({ ...item, optional: false });
}
