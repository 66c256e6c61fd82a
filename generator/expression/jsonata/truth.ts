import { isMaybe, present } from '../../shape/type-of-shape.ts';
import { mayBeEqual } from '../may-be-equal.ts';
import type { Expression } from '../expression.ts';
import { BOOLEAN, literalType } from '../types.ts';
import { isNarrowable } from './narrowable.ts';
import type { Node } from './node.ts';
import { asOne, isKind, jsonata, shapeAt, type Here, type Value } from './value.ts';

/** A value as a condition, by the rules of JSONata: empty texts, lists and objects, 0, null and what is missing do not hold. */
export function truth(value: Value, node: Node, here: Here): Expression {
  if (value.kind === 'sequence') return jsonata('truthy', value.list, [], BOOLEAN, true);
  const of = asOne(value, node, here);
  if (of.kind === 'literal' && typeof of.value !== 'object') return literal(Boolean(of.value));
  if (isKind(of, ['boolean'], here)) {
    if (!isMaybe(of.type)) return of;
    return { kind: 'binary', op: '===', left: of, right: literal(true), type: BOOLEAN };
  }
  const empty = isKind(of, ['string'], here) ? literal('') : isKind(of, ['number'], here) ? literal(0) : undefined;
  const plain = empty !== undefined && (!isMaybe(of.type) || isNarrowable(of));
  if (!plain || !mayBeEqual(shapeAt(of, here), shapeAt(empty, here))) {
    const isTrue = empty !== undefined && isMaybe(of.type) && isNarrowable(of);
    return isTrue ? { kind: 'present', of, type: BOOLEAN } : jsonata('truthy', of, [], BOOLEAN, true);
  }
  const there: Expression = { ...of, type: present(of.type) };
  const filled: Expression = { kind: 'binary', op: '!==', left: there, right: empty, type: BOOLEAN };
  if (!isMaybe(of.type)) return filled;
  return { kind: 'binary', op: '&&', left: { kind: 'present', of, type: BOOLEAN }, right: filled, type: BOOLEAN };
}

function literal(value: string | number | boolean): Expression {
  return { kind: 'literal', value, type: literalType(value) };
}
