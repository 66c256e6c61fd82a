import { describeType } from '../../shape/describe.ts';
import { isMaybe } from '../../shape/type-of-shape.ts';
import type { Expression } from '../expression.ts';
import { coalesce } from '../coalesce.ts';
import { INTEGER, literalType, NUMBER, STRING } from '../types.ts';
import { unsure, type Call } from './call.ts';
import { asPart, concat } from './list.ts';
import type { Node } from './node.ts';
import { refuse, refuseType } from './refusal.ts';
import {
  asOne,
  isKind,
  isList,
  itemTypeOf,
  jsonata,
  listOrMissing,
  one,
  sequence,
  type Here,
  type Value,
} from './value.ts';

/** Functions of lists; undefined for a function of another kind. */
export function listCall(node: Call, args: readonly Value[], here: Here): Value | undefined {
  const [first, second, third] = args;
  const [arg = node, other = node] = node.args;
  if (first === undefined || third !== undefined) return undefined;
  if (node.name === 'append') return second && append(first, second, arg, other, here);
  if (node.name === 'join') return joinList(first, second, arg, other, here);
  if (second !== undefined) return undefined;
  switch (node.name) {
    case 'count':
      return one(count(first, arg, here));
    case 'sum':
      return one(jsonata('sum', numbers(first, arg, here), [], numberOfItems(first, arg, here)));
    case 'max':
    case 'min':
      return one(
        jsonata(node.name, numbers(first, arg, here), [], { ...numberOfItems(first, arg, here), optional: true }),
      );
    case 'average':
      return one(jsonata('average', numbers(first, arg, here), [], { ...NUMBER, optional: true }));
    case 'distinct':
      return distinct(first, arg, here);
    case 'sort':
    case 'reverse':
      return one(reordered(node.name, first, arg, here));
    default:
      return undefined;
  }
}

/** The argument as a list; one value is a list of one. */
function asList(value: Value, node: Node, here: Here): Expression {
  if (value.kind === 'sequence') {
    unsure(value, node);
    return listOrMissing(value.list);
  }
  const of = asOne(value, node, here);
  if (isList(of, here)) {
    if (of.type.nullable)
      return refuse(node, 'this list', 'it may be null, which counts as a value', 'test it first: x ? … : …');
    return of;
  }
  if (isMaybe(of.type) || isKind(of, ['any'], here))
    return refuse(node, 'this value', 'it is no list, and may be missing', 'write [ … ] around it');
  return concat([asPart(value, node, here)]);
}

function numbers(value: Value, node: Node, here: Here): Expression {
  const list = asList(value, node, here);
  const item = itemTypeOf(list, here, node);
  if (!isKind({ ...list, type: item }, ['number', 'never'], here) || item.nullable)
    return refuseType(
      node,
      describeType(list.type),
      'a list of numbers',
      item.nullable ? 'leave out null: list[x != null].x' : undefined,
    );
  return list;
}

function numberOfItems(value: Value, node: Node, here: Here): typeof NUMBER {
  const { shape } = itemTypeOf(asList(value, node, here), here, node);
  return shape.kind === 'number' && shape.integer ? INTEGER : NUMBER;
}

function count(value: Value, node: Node, here: Here): Expression {
  return lengthOf(value.kind === 'sequence' ? value.list : asList(value, node, here));
}

export const ZERO: Expression = { kind: 'literal', value: 0, type: literalType(0) };

/** How many items a list has; one that is missing has none. */
export function lengthOf(list: Expression): Expression {
  const type = { ...INTEGER, optional: list.type.optional };
  return coalesce([{ kind: 'apply', op: { op: 'count' }, of: list, type }, ZERO]);
}

function joinList(first: Value, second: Value | undefined, node: Node, other: Node, here: Here): Value {
  const list = asList(first, node, here);
  const item = itemTypeOf(list, here, node);
  if (!isKind({ ...list, type: item }, ['string', 'never'], here) || item.nullable)
    return refuseType(node, describeType(list.type), 'a list of texts', '$map(list, $string) makes texts of its items');
  const by =
    second === undefined ? { kind: 'literal' as const, value: '', type: literalType('') } : asOne(second, other, here);
  if (!isKind(by, ['string'], here) || isMaybe(by.type))
    return refuseType(other, describeType(by.type), 'text that is always there');
  return one(jsonata('join', list, [by], STRING));
}

/** Where both are there, one list of both; what is missing leaves the other as it is. */
function append(first: Value, second: Value, node: Node, other: Node, here: Here): Value {
  const [left, right] = [asPart(first, node, here), asPart(second, other, here)];
  const isCertain = (value: Value): boolean =>
    value.kind === 'one' && isList(value.of, here) && !isMaybe(value.of.type);
  const bothThere = [left, right].every(({ of, spread }) => !spread && !isMaybe(of.type));
  if (isCertain(first) || isCertain(second) || bothThere) return one(concat([left, right]));
  return refuse(node, '$append', 'where one of its arguments is missing it gives the other as it is', 'write [a, b]');
}

function distinct(value: Value, node: Node, here: Here): Value {
  const list = value.kind === 'sequence' ? value.list : asOne(value, node, here);
  if (!isList(list, here)) return refuse(node, '$distinct', 'its argument is no list', 'leave it out');
  const item = itemTypeOf(list, here, node);
  unsure(value, node);
  if (list.type.nullable || !isKind({ ...list, type: item }, ['string', 'number', 'boolean', 'null', 'never'], here))
    return refuse(
      node,
      '$distinct',
      'it compares objects as a whole, or the list may be null',
      'use the row operation { unique: path }',
    );
  const unique: Expression = { kind: 'apply', op: { op: 'unique', item: 'item' }, of: list, type: list.type };
  return value.kind === 'sequence' ? sequence(unique) : one(unique);
}

function reordered(name: 'sort' | 'reverse', value: Value, node: Node, here: Here): Expression {
  const list = asList(value, node, here);
  if (name === 'reverse') return jsonata('reverse', list, [], { ...list.type, optional: false });
  const item = { ...list, type: itemTypeOf(list, here, node) };
  if (item.type.nullable || !(isKind(item, ['string'], here) || isKind(item, ['number'], here)))
    return refuseType(node, describeType(list.type), 'a list of numbers or of texts', 'list^(field) sorts objects');
  return { kind: 'apply', op: { op: 'sort', item: 'item', order: 'ascending' }, of: list, type: list.type };
}
