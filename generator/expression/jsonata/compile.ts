import type { Context } from '../check-expression.ts';
import type { Expression } from '../expression.ts';
import { objectExpression } from '../check-expression.ts';
import { FORBIDDEN_NAMES } from '../path.ts';
import { fail, ok, type Result } from '../problem.ts';
import { literalType } from '../types.ts';
import { call } from './call.ts';
import { condition } from './condition.ts';
import { list } from './list.ts';
import type { Node } from './node.ts';
import { binary, negative } from './operators.ts';
import { parseJsonata } from './parse.ts';
import { filtered, keptList, path, readField } from './path.ts';
import { Refusal, refuse } from './refusal.ts';
import { asOne, one, type Here, type Value } from './value.ts';

/** Compiles JSONata to an expression that gives what JSONata would give, or says what cannot be compiled, where and why. */
export function checkJsonata(text: string, { scope, environment }: Context): Result<Expression> {
  const parsed = parseJsonata(text);
  if (parsed.ok === undefined) return parsed;
  const here: Here = { scope, environment, root: scope.root, current: scope.root, variables: new Map(), depth: 0 };
  try {
    return ok(asOne(compile(parsed.ok, here), parsed.ok, here));
  } catch (error) {
    if (error instanceof Refusal) return fail(...error.problems);
    throw error;
  }
}

/** What a node gives, with its `[…]` and `[]`. */
export function compile(node: Node, here: Here): Value {
  const value = filtered(compilePart(node, here), node.filters, here);
  return node.keepsList ? keptList(value, node) : value;
}

function compilePart(node: Node, here: Here): Value {
  switch (node.kind) {
    case 'literal':
      return one({ kind: 'literal', value: node.value, type: literalType(node.value) });
    case 'field':
      return readField(undefined, node, here);
    case 'variable':
      return variableAt(node, here);
    case 'path':
      return path(node, here);
    case 'binary':
      return binary(node, here);
    case 'negative':
      return negative(node, here);
    case 'list':
      return list(node, here);
    case 'object':
      return object(node, here);
    case 'call':
      return call(node, here);
    case 'condition':
      return condition(node, here);
    case 'block':
      return block(node, here);
    case 'bind':
      return refuse(node, `'$${node.name} := …'`, 'a variable is bound in a block', 'write ( $x := …; … )');
    case 'function':
      return refuse(
        node,
        'a function of its own',
        'functions are compiled in $map and $filter only',
        'write what it does in its place',
      );
    case 'sort':
      return refuse(node, 'this sorting', 'it stands alone', 'write list^(field)');
    case 'refused':
      return refuse(node, node.what, node.reason, node.fix);
  }
}

function variableAt(node: Extract<Node, { kind: 'variable' }>, here: Here): Value {
  const { name } = node;
  if (name === '' || name === '$') {
    const value = name === '' ? here.current : here.root;
    return value === undefined
      ? refuse(node, `'$${name}'`, 'there are several sources, not one', 'begin with the name of a source')
      : one(value);
  }
  const known = here.variables.get(name);
  if (known !== undefined) return known;
  throw new Refusal([
    {
      what: 'unknownName',
      from: node.from,
      to: node.to,
      name: `$${name}`,
      known: [...here.variables.keys()].map((key) => `$${key}`),
    },
  ]);
}

/** `( $x := …; … )`: what is bound, and the last expression. */
function block(node: Extract<Node, { kind: 'block' }>, here: Here): Value {
  const variables = new Map(here.variables);
  let inner = here;
  let last: Value | undefined;
  for (const part of node.of) {
    if (part.kind === 'bind') {
      if (part.value.kind === 'function')
        return refuse(
          part.value,
          'a function of its own',
          'functions are compiled in $map and $filter only',
          'write what it does in its place',
        );
      last = compile(part.value, inner);
      variables.set(part.name, last);
      inner = withVariables(inner, variables);
    } else last = compile(part, inner);
  }
  return last ?? refuse(node, 'an empty block', 'it has no value', 'leave it out');
}

function withVariables(here: Here, variables: ReadonlyMap<string, Value>): Here {
  return { ...here, variables: new Map(variables) };
}

function object(node: Extract<Node, { kind: 'object' }>, here: Here): Value {
  const names = new Set<string>();
  const fields = node.entries.map(([key, member]) => {
    if (key.kind !== 'literal' || typeof key.value !== 'string')
      return refuse(
        key,
        'this key',
        'it is not written out, so that the fields depend on the data',
        'write a text in quotes, or use the row operation { keyed: path }',
      );
    if (FORBIDDEN_NAMES.has(key.value) || names.has(key.value))
      return refuse(
        key,
        `the key '${key.value}'`,
        names.has(key.value) ? 'it is there twice' : 'no field may have this name',
        'rename the field',
      );
    names.add(key.value);
    const value = asOne(compile(member, here), member, here);
    return { name: key.value, value, optional: value.type.optional, keepsNull: true as const };
  });
  return one(objectExpression(fields));
}
