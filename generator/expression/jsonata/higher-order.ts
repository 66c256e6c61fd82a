import { describeType } from '../../shape/describe.ts';
import { variable, withName } from '../scope.ts';
import { apply, unsure, type Call } from './call.ts';
import { compile } from './compile.ts';
import type { Node } from './node.ts';
import { throughItems, whereHolds } from './path.ts';
import { refuse } from './refusal.ts';
import { refusedFunction } from './refused-functions.ts';
import { asOne, isKind, isList, itemTypeOf, one, sequence, type Here, type Value } from './value.ts';

/** `$map(list, function($x) { … })`, `$map(list, $uppercase)`, `$filter(list, function($x) { … })`. */
export function higherOrder(node: Call, here: Here): Value {
  const [over, by, ...more] = node.args;
  if (over === undefined || by === undefined || more.length > 0)
    return refuse(
      node,
      `$${node.name}`,
      'it takes a list and a function',
      `write $${node.name}(list, function($x) { … })`,
    );
  const value = compile(over, here);
  unsure(value, over);
  const list = value.kind === 'sequence' ? value.list : asOne(value, over, here);
  if (!isList(list, here) || list.type.nullable)
    return refuse(over, `$${node.name}`, `${describeType(list.type)} is not always a list`, 'write [ … ] around it');
  const name = here.depth === 0 ? 'item' : `item${String(here.depth + 1)}`;
  const item = variable(name, itemTypeOf(list, here, over));
  const inner: Here = { ...here, scope: withName(here.scope, name, { expression: item }), depth: here.depth + 1 };
  const result = applied(by, one(item), inner);
  if (node.name === 'filter') return sequence(whereHolds(list, name, by, result, inner, true));
  const of = asOne(result, by, inner);
  if (!isKind(of, ['string', 'number', 'boolean', 'object', 'null'], inner))
    return refuse(
      by,
      '$map',
      'the function may give lists, which would be lists within a list',
      'write list.( … ), which runs them together',
    );
  return throughItems(list, name, one(of), false, by, inner);
}

function applied(by: Node, item: Value, here: Here): Value {
  if (by.kind === 'function') {
    const [param, ...more] = by.params;
    if (more.length > 0)
      return refuse(
        by,
        'a function of several parameters',
        'positions in a list are not compiled',
        'use a piece of logic',
      );
    return compile(
      by.body,
      param === undefined ? here : { ...here, variables: new Map([...here.variables, [param, item]]) },
    );
  }
  if (by.kind !== 'variable' || here.variables.has(by.name) || !OF_ONE.has(by.name)) {
    const reason = by.kind === 'variable' ? refusedFunction(by.name)?.reason : undefined;
    return refuse(by, 'this function', reason ?? 'what it is called with is not plain', 'write function($x) { … }');
  }
  const { from, to } = by;
  return apply({ kind: 'call', name: by.name, args: [by], from, to, filters: [], keepsList: false }, [item], here);
}

/** Those that look at nothing but the item. */
const OF_ONE: ReadonlySet<string> = new Set([
  'uppercase',
  'lowercase',
  'trim',
  'length',
  'number',
  'abs',
  'floor',
  'ceil',
  'sqrt',
  'boolean',
  'not',
  'string',
]);
