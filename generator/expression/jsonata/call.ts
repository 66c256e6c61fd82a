import type { Expression } from '../expression.ts';
import { BOOLEAN } from '../types.ts';
import { compile } from './compile.ts';
import { higherOrder } from './higher-order.ts';
import { lengthOf, listCall, ZERO } from './list-calls.ts';
import type { Node } from './node.ts';
import { refuse } from './refusal.ts';
import { refusedFunction } from './refused-functions.ts';
import { scalarCall } from './scalar-calls.ts';
import { truth } from './truth.ts';
import { asOne, isThere, jsonata, listOrMissing, one, type Here, type Value } from './value.ts';

export type Call = Extract<Node, { kind: 'call' }>;

/** A call of one of JSONata's functions. */
export function call(node: Call, here: Here): Value {
  if (node.name === 'map' || node.name === 'filter') return higherOrder(node, here);
  const refused = here.variables.has(node.name) ? undefined : refusedFunction(node.name);
  if (refused !== undefined) return refuse(node, `$${node.name}`, refused.reason, refused.fix);
  if (node.args.some(({ kind }) => kind === 'function'))
    return refuse(
      node,
      `$${node.name} with a function`,
      'functions are compiled in $map and $filter only',
      'use row operations, or a piece of logic',
    );
  return apply(
    node,
    node.args.map((arg) => compile(arg, here)),
    here,
  );
}

/** The function on values. */
export function apply(node: Call, args: readonly Value[], here: Here): Value {
  const [first] = args;
  if (first === undefined)
    return refuse(node, `$${node.name}()`, 'it has no arguments', `write what it works on: $${node.name}( … )`);
  const anything = ofAnything(node, first, args.length, here);
  return anything ?? scalarCall(node, args, here) ?? listCall(node, args, here) ?? unknownFunction(node);
}

function ofAnything(node: Call, first: Value, count: number, here: Here): Value | undefined {
  const [arg = node] = node.args;
  if (count !== 1) return undefined;
  switch (node.name) {
    case 'exists':
      if (first.kind === 'one') return one(isThere(asOne(first, arg, here)));
      unsure(first, arg);
      return one({ kind: 'binary', op: '>', left: lengthOf(first.list), right: ZERO, type: BOOLEAN });
    case 'boolean':
    case 'not':
      return one(truthOrMissing(node.name, first, arg, here));
    default:
      return undefined;
  }
}

/** Of what is missing neither is true: it stays missing. */
function truthOrMissing(name: 'boolean' | 'not', value: Value, node: Node, here: Here): Expression {
  if (value.kind === 'sequence') unsure(value, node);
  const of = value.kind === 'sequence' ? listOrMissing(value.list) : asOne(value, node, here);
  if (of.type.optional)
    return jsonata(name === 'not' ? 'not' : 'boolean', of, [], { ...BOOLEAN, optional: true }, true);
  const test = truth(value, node, here);
  return name === 'not' ? { kind: 'not', of: test, type: BOOLEAN } : test;
}

export function unsure(value: Value, node: Node): void {
  if (value.kind === 'sequence' && value.unsure)
    refuse(
      node,
      'this sequence',
      'lists within lists stay as they are where there is only one',
      'write [ … ] around it',
    );
}

function unknownFunction(node: Call): never {
  return refuse(
    node,
    `$${node.name}`,
    'it is not compiled with these arguments',
    'use row operations, expr:, or a piece of logic',
  );
}
