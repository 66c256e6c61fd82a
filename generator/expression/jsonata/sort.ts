import { variable, withName } from '../scope.ts';
import { compile } from './compile.ts';
import type { Node } from './node.ts';
import { refuse } from './refusal.ts';
import { asOne, isKind, isList, itemTypeOf, sequence, type Here, type Value } from './value.ts';

/** `list^(field, >other)`: stable, so the last key is sorted by first. */
export function sorted(value: Value, node: Extract<Node, { kind: 'sort' }>, here: Here): Value {
  let list = value.kind === 'sequence' ? value.list : asOne(value, node, here);
  if (value.kind === 'one' && !isList(list, here))
    return refuse(node, 'this sorting', 'what it sorts is not a list', 'leave it out');
  if (list.type.nullable)
    return refuse(node, 'this sorting', 'the list may be null', 'use the row operation { sort: path }');
  const name = here.depth === 0 ? 'item' : `item${String(here.depth + 1)}`;
  const item = variable(name, itemTypeOf(list, here, node));
  const inner: Here = {
    ...here,
    scope: withName(here.scope, name, { expression: item }),
    current: item,
    depth: here.depth + 1,
  };
  for (const { by: key, descending } of node.terms.toReversed()) {
    const by = asOne(compile(key, inner), key, inner);
    if (by.type.nullable || !(isKind(by, ['string'], inner) || isKind(by, ['number'], inner)))
      return refuse(
        key,
        'this key',
        'JSONata fails where it is not a text or a number, such as null',
        'use the row operation { sort: path }',
      );
    list = {
      kind: 'apply',
      op: { op: 'sort', item: name, by, order: descending ? 'descending' : 'ascending' },
      of: list,
      type: list.type,
    };
  }
  return sequence(list);
}
