import { describeOwner } from '../../shape/describe.ts';
import { fieldOf } from '../../shape/member.ts';
import { isMaybe, present } from '../../shape/type-of-shape.ts';
import { narrow } from '../check-expression.ts';
import type { Expression } from '../expression.ts';
import { variable, withName } from '../scope.ts';
import { compile } from './compile.ts';
import { isNarrowable } from './narrowable.ts';
import type { Node } from './node.ts';
import { Refusal, refuse } from './refusal.ts';
import { sorted } from './sort.ts';
import { truth } from './truth.ts';
import {
  asOne,
  isKind,
  isList,
  isThere,
  itemTypeOf,
  listOrMissing,
  listType,
  one,
  sequence,
  type Here,
  type Value,
} from './value.ts';
import { chooseExpression, missing } from './choose.ts';

/** `a.b.c`: each step looks at what the one before gave, item by item where that is a list. */
export function path(node: Extract<Node, { kind: 'path' }>, here: Here): Value {
  const [first, ...rest] = node.steps;
  if (first === undefined) return refuse(node, 'this path', 'it is empty', 'write a field');
  let value = compile({ ...first, keepsList: false }, here);
  for (const [at, step] of rest.entries())
    value = takeStep(value, { ...step, keepsList: false }, at === rest.length - 1, here);
  return value;
}

function takeStep(value: Value, step: Node, isLast: boolean, here: Here): Value {
  if (step.kind === 'sort') return filtered(sorted(value, step, here), step.filters, here);
  if (value.kind === 'sequence') return eachItem(value.list, step, isLast, here);
  const of = asOne(value, step, here);
  if (isList(of, here)) return eachItem(of, step, isLast, here);
  return intoOne(of, step, here);
}

/** A step into a value that is no list; where that is missing, so is the result. */
function intoOne(of: Expression, step: Node, here: Here): Value {
  if (step.kind === 'field') return filtered(readField(of, step, here), step.filters, here);
  if (!isMaybe(of.type)) return compile(step, { ...here, current: of });
  if (of.type.nullable)
    return refuse(step, 'this step', 'what it looks at may be null', 'read its fields, or test it first: x ? x.( … )');
  if (!isNarrowable(of))
    return refuse(
      step,
      'this step',
      'what it looks at may be missing',
      'read its fields, or go through the list: list[…].( … )',
    );
  const value = compile(step, { ...here, current: { ...of, type: present(of.type) } });
  const test = isThere(of);
  if (value.kind === 'sequence') return sequence(chooseExpression(test, value.list, missing()), value.unsure);
  return one(chooseExpression(test, value.of, missing()));
}

/** A step into each item of a list: lists that it gives run together. */
function eachItem(list: Expression, step: Node, isLast: boolean, here: Here): Value {
  const name = here.depth === 0 ? 'item' : `item${String(here.depth + 1)}`;
  const item = variable(name, itemTypeOf(list, here, step));
  if (isList(item, here))
    return refuse(
      step,
      'this step',
      'it goes into lists of lists',
      'use the row operation flatten first, or a mapping',
    );
  const scope = withName(here.scope, name, { expression: item });
  const inner: Here = { ...here, scope, current: item, depth: here.depth + 1 };
  const value =
    step.kind === 'field' ? filtered(readField(item, step, inner), step.filters, inner) : compile(step, inner);
  return throughItems(list, name, value, isLast, step, inner);
}

/** What the items of a list give, one after the other. */
export function throughItems(
  list: Expression,
  item: string,
  value: Value,
  isLast: boolean,
  node: Node,
  here: Here,
): Value {
  const optional = isMaybe(list.type);
  const each = { kind: 'each', of: list, item } as const;
  if (value.kind === 'sequence')
    return sequence({ ...each, value: value.list, flat: true, type: { ...present(value.list.type), optional } });
  const of = asOne(value, node, here);
  if (isList(of, here)) {
    if (of.type.nullable && isLast)
      return refuse(node, 'this list', 'it may be null', 'read it by a row with from: and flatten');
    return sequence({ ...each, value: of, flat: true, type: { ...present(of.type), optional } }, isLast);
  }
  if (!isKind(of, ['string', 'number', 'boolean', 'object', 'null', 'never'], here))
    return refuse(node, 'this step', 'it may give lists beside other values', 'use a piece of logic');
  const type = { ...listType(of.type), optional };
  return sequence({ ...each, value: of, ...(of.type.optional && { when: isThere(of) }), flat: false, type });
}

/** A field of a value, or of what is looked at; a name in scope where there are several. */
export function readField(of: Expression | undefined, node: Extract<Node, { kind: 'field' }>, here: Here): Value {
  const owner = of ?? here.current;
  const { environment, scope } = here;
  if (owner === undefined) {
    const bound = scope.names.get(node.name);
    if (bound === undefined)
      throw new Refusal([
        { what: 'unknownName', from: node.from, to: node.to, name: node.name, known: [...scope.names.keys()] },
      ]);
    if (bound.failed === true) throw new Refusal([]);
    bound.onRead?.();
    return one(narrow(bound.expression, { scope, environment }));
  }
  if (isList(owner, here)) return refuse(node, 'this path', 'the source itself is a list', 'begin with $: $.field');
  if (isKind(owner, ['any'], here))
    return refuse(
      node,
      'this path',
      'nothing is known of what it goes into',
      'declare it in the model, or use expr: or a row',
    );
  const member = fieldOf(owner.type, node.name, environment.shapes);
  if ('found' in member) {
    const field: Expression = { kind: 'field', of: owner, field: node.name, type: member.found };
    return one(narrow(field, { scope, environment }));
  }
  if (member.missing !== 'field')
    return refuse(
      node,
      `'${node.name}'`,
      `it is read from ${describeOwner(owner.type)}, which has no fields`,
      'leave it out',
    );
  const name = { field: node.name, owner: describeOwner(owner.type), known: member.known };
  throw new Refusal([{ what: 'noField', from: node.from, to: node.to, ...name }]);
}

/** `[0]`, `[-1]` and `[condition]` behind a value. */
export function filtered(value: Value, filters: readonly Node[], here: Here): Value {
  return filters.reduce((current, filter) => filterBy(current, filter, here), value);
}

function filterBy(value: Value, filter: Node, here: Here): Value {
  const list = value.kind === 'sequence' ? value.list : asOne(value, filter, here);
  if (value.kind === 'one' && !isList(list, here))
    return refuse(filter, 'this filter', 'what it filters is not a list', 'write a condition: x = … ? … ');
  if (value.kind === 'sequence' && value.unsure)
    return refuse(
      filter,
      'this filter',
      'lists within lists run together only where there are several',
      'use a piece of logic',
    );
  const type = itemTypeOf(list, here, filter);
  const isMixed = isKind({ ...list, type }, ['array', 'any'], here);
  if (isMixed || list.type.nullable)
    return refuse(
      filter,
      'this filter',
      isMixed ? 'the items are lists' : 'the list may be null',
      'use a piece of logic',
    );
  if (filter.kind === 'literal' && typeof filter.value === 'number')
    return one({ kind: 'index', of: list, index: Math.floor(filter.value), type: { ...type, optional: true } });
  const name = here.depth === 0 ? 'item' : `item${String(here.depth + 1)}`;
  const item = variable(name, type);
  const inner: Here = {
    ...here,
    scope: withName(here.scope, name, { expression: item }),
    current: item,
    depth: here.depth + 1,
  };
  return sequence(whereHolds(list, name, filter, compile(filter, inner), inner));
}

/** The items for which a condition holds; a number would be a position. */
export function whereHolds(
  list: Expression,
  item: string,
  node: Node,
  held: Value,
  here: Here,
  isTest = false,
): Expression {
  const tested = held.kind === 'one' ? held.of : held.list;
  const numbers = isList(tested, here) ? { ...tested, type: itemTypeOf(tested, here, node) } : tested;
  if (!isTest && !isKind(numbers, ['string', 'boolean', 'object', 'null', 'never'], here))
    return refuse(node, 'this position', 'it depends on the data', 'write a number, or a condition');
  const test = truth(held, node, here);
  return { kind: 'apply', op: { op: 'filter', item, test }, of: list, type: list.type };
}

/** `[]` behind a value: a list also of one. */
export function keptList(value: Value, node: Node): Value {
  if (value.kind === 'one') return value;
  if (value.unsure)
    return refuse(node, "'[]'", 'lists within lists stay as they are where there is only one', 'write [ … ] around it');
  return one(listOrMissing(value.list));
}
