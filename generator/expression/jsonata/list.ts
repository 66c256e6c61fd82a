import type { Expression } from '../expression.ts';
import { listOf, literalType } from '../types.ts';
import { unionTypes } from '../union-types.ts';
import { compile } from './compile.ts';
import type { Node } from './node.ts';
import { refuse } from './refusal.ts';
import { asOne, isList, itemTypeOf, jsonata, listThere, one, partsOf, type Here, type Value } from './value.ts';

/** `[a, b]`: what is missing is left out, lists run together, one level deep. */
export function list(node: Extract<Node, { kind: 'list' }>, here: Here): Value {
  const parts = node.items.map((item) => part(item, here));
  const [only] = parts;
  if (only === undefined) return one({ kind: 'literal', value: [], type: literalType([]) });
  if (parts.length === 1 && only.spread) return one(listThere(only.of));
  return one(concat(parts));
}

interface Part {
  readonly of: Expression;
  /** A list, whose items count. */
  readonly spread: boolean;
  readonly type: Expression['type'];
}

export function concat(parts: readonly Part[]): Expression {
  const type = listOf(unionTypes(parts.map((each) => ({ ...each.type, optional: false }))));
  const mayMiss = parts.some(({ spread, of }) => !spread && of.type.optional);
  const spread = parts.flatMap((each, at) => (each.spread ? [at] : []));
  const items = parts.map(({ of }) => of);
  const listed: Expression = { kind: 'array', items, ...(spread.length > 0 && { spread }), type };
  return mayMiss ? jsonata('defined', listed, [], type) : listed;
}

function part(item: Node, here: Here): Part {
  const value = compile(item, here);
  if (item.kind === 'list') {
    const of = asOne(value, item, here);
    return { of, spread: false, type: of.type };
  }
  return asPart(value, item, here);
}

/** A value as part of a list. */
export function asPart(value: Value, node: Node, here: Here): Part {
  if (value.kind === 'sequence') return { of: value.list, spread: true, type: itemTypeOf(value.list, here, node) };
  const of = asOne(value, node, here);
  if (isList(of, here)) {
    if (of.type.nullable) return refuse(node, 'this list', 'it may be null', 'test it first: x ? [x] : []');
    return { of, spread: true, type: itemTypeOf(of, here, node) };
  }
  if (partsOf(of.type.shape, here).some(({ kind }) => kind === 'array' || kind === 'any'))
    return refuse(node, 'this item', 'it may be a list or not', 'use a piece of logic');
  return { of, spread: false, type: of.type };
}
