import type { Expression as Node, Property } from 'acorn';
import { describeType } from '../shape/describe.ts';
import { isFailed } from '../shape/shape.ts';
import { itemOf } from '../shape/member.ts';
import { expand, isMaybe } from '../shape/type-of-shape.ts';
import type { Type } from '../shape/type.ts';
import { checkCall } from './check-call.ts';
import { asCondition, narrowedWhere, not, pathOf } from './condition.ts';
import type { Environment } from './environment.ts';
import type { Expression, ObjectField } from './expression.ts';
import { apply } from './apply.ts';
import { checkBinary, checkLogical } from './check-operator.ts';
import { parseExpression } from './parse.ts';
import { FORBIDDEN_NAMES } from './path.ts';
import { fail, ok, type Problem, type Result } from './problem.ts';
import { readPath } from './read-path.ts';
import type { Scope } from './scope.ts';
import { BOOLEAN, literalType, listOf, shapeOf, STRING } from './types.ts';
import { unionTypes } from './union-types.ts';

/** Where an expression stands: the names it may use, and the integration around it. */
export interface Context {
  readonly scope: Scope;
  readonly environment: Environment;
}

/** Reads a restricted TypeScript expression: typed, or with every problem and its place in the text. */
export function checkExpression(text: string, context: Context): Result<Expression> {
  const parsed = parseExpression(text);
  return parsed.ok === undefined ? parsed : checkNode(parsed.ok, context);
}

/** The same, as a condition. */
export function checkCondition(text: string, context: Context): Result<Expression> {
  const checked = checkExpression(text, context);
  return checked.ok === undefined ? checked : ok(asCondition(checked.ok));
}

export function checkNode(node: Node, context: Context): Result<Expression> {
  switch (node.type) {
    case 'Literal':
      if (
        node.value === null ||
        typeof node.value === 'string' ||
        typeof node.value === 'number' ||
        typeof node.value === 'boolean'
      ) {
        return ok({ kind: 'literal', value: node.value, type: literalType(node.value) });
      }
      return notAllowed(node, 'a regular expression', 'use includes, startsWith or a piece of logic');
    case 'Identifier':
      if (node.name === 'undefined')
        return ok({
          kind: 'literal',
          value: undefined,
          type: { shape: { kind: 'never' }, optional: true, nullable: false },
        });
      return readName(node.name, node, context);
    case 'ChainExpression':
    case 'ParenthesizedExpression':
      return checkNode(node.expression, context);
    case 'MemberExpression':
      return checkMember(node, context);
    case 'TemplateLiteral':
      return checkTemplateLiteral(node, context);
    case 'UnaryExpression': {
      const of = checkNode(node.argument, context);
      if (of.ok === undefined) return of;
      if (node.operator === '!') return ok(not(asCondition(of.ok)));
      if (node.operator === '-' && of.ok.kind === 'literal' && typeof of.ok.value === 'number')
        return ok({ kind: 'literal', value: -of.ok.value, type: literalType(-of.ok.value) });
      return node.operator === '-' ? negative(of.ok, node.argument, context) : notAllowed(node, `'${node.operator}'`);
    }
    case 'BinaryExpression':
      return checkBinary(node, context);
    case 'LogicalExpression':
      return checkLogical(node, context);
    case 'ConditionalExpression': {
      const checked = checkNode(node.test, context);
      const test = checked.ok && asCondition(checked.ok);
      const where = (holds: boolean): Context =>
        test === undefined
          ? context
          : { ...context, scope: narrowedWhere(test, holds, context.scope, context.environment.shapes) };
      const [then, otherwise] = [checkNode(node.consequent, where(true)), checkNode(node.alternate, where(false))];
      if (test === undefined || then.ok === undefined || otherwise.ok === undefined)
        return fail(...problemsOf(checked, then, otherwise));
      return ok({
        kind: 'conditional',
        test,
        then: then.ok,
        else: otherwise.ok,
        type: unionTypes([then.ok.type, otherwise.ok.type]),
      });
    }
    case 'ArrayExpression':
      return checkArray(node, context);
    case 'ObjectExpression':
      return checkObject(node, context);
    case 'CallExpression':
      return checkCall(node, context);
    default:
      return notAllowed(node, DESCRIPTIONS[node.type] ?? 'this');
  }
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  AssignmentExpression: 'an assignment',
  UpdateExpression: "'++' and '--'",
  NewExpression: "'new'",
  FunctionExpression: 'a function',
  ArrowFunctionExpression: 'a function, except within some, every, filter, find and map,',
  AwaitExpression: "'await'",
  ThisExpression: "'this'",
  ImportExpression: "'import'",
  MetaProperty: "'import'",
  SequenceExpression: 'a comma',
  TaggedTemplateExpression: 'a tagged template',
};

function negative(of: Expression, node: Node, context: Context): Result<Expression> {
  return isMaybe(of.type)
    ? fail({
        what: 'maybeMissing',
        from: node.start,
        to: node.end,
        text: 'the value',
        fix: 'give another value for when it is missing: -(x ?? 0)',
      })
    : apply({ op: 'multiply', by: -1 }, of, context.environment, { from: node.start, to: node.end });
}

export function notAllowed(
  node: Node,
  what: string,
  fix = 'use the standard functions, or a piece of logic',
): Result<Expression> {
  return fail({ what: 'notAllowed', from: node.start, to: node.end, detail: what, fix });
}

export function problemsOf(...results: readonly Result<unknown>[]): readonly Problem[] {
  return results.flatMap((result) => result.problems ?? []);
}

function readName(
  name: string,
  node: { readonly start: number; readonly end: number },
  context: Context,
): Result<Expression> {
  const bound = context.scope.names.get(name);
  if (bound?.failed === true) return fail();
  if (bound !== undefined) {
    bound.onRead?.();
    return ok(narrow(bound.expression, context));
  }
  const { root } = context.scope;
  const at = { from: node.start, to: node.end };
  if (FORBIDDEN_NAMES.has(name))
    return fail({ what: 'notAllowed', ...at, detail: `'${name}'`, fix: 'read a field of the data' });
  if (root !== undefined) {
    const read = readPath(root, [{ kind: 'field', name, ...at }], context.environment.shapes);
    return read.ok === undefined ? read : ok(narrow(read.ok, context));
  }
  return fail({ what: 'unknownName', ...at, name, known: [...context.scope.names.keys()] });
}

/** What a guard has shown to be present is read through the variable that holds it. */
export function narrow(expression: Expression, context: Context): Expression {
  const path = pathOf(expression);
  return (path === undefined ? undefined : context.scope.narrowed.get(path)) ?? expression;
}

function checkMember(node: Extract<Node, { type: 'MemberExpression' }>, context: Context): Result<Expression> {
  if (node.object.type === 'Super' || node.property.type === 'PrivateIdentifier') return notAllowed(node, 'this');
  const owner = checkNode(node.object, context);
  if (owner.ok === undefined) return owner;
  const { property } = node;
  const at = { from: property.start, to: property.end };
  const key =
    !node.computed && property.type === 'Identifier'
      ? property.name
      : property.type === 'Literal'
        ? property.value
        : property.type === 'UnaryExpression' &&
            property.argument.type === 'Literal' &&
            typeof property.argument.value === 'number'
          ? -property.argument.value
          : undefined;
  if (typeof key === 'string' && FORBIDDEN_NAMES.has(key))
    return fail({ what: 'notAllowed', ...at, detail: `'${key}'`, fix: 'read a field of the data' });
  if (key === 'length') {
    const counted = countOf(owner.ok, context);
    if (counted !== undefined) return ok(counted);
  }
  if (typeof key !== 'string' && typeof key !== 'number') {
    const shape = expand(owner.ok.type.shape, context.environment.shapes);
    if (!isFailed(shape) && (shape.kind !== 'object' || shape.rest === undefined))
      return notAllowed(node, 'a computed key', 'name the field, or use lookup(key, "table")');
    const name = property.type === 'Identifier' && !node.computed ? undefined : checkNode(property, context);
    if (name?.ok === undefined) return name ?? notAllowed(node, 'a computed key');
    return apply({ op: 'member', name: name.ok }, owner.ok, context.environment, at);
  }
  const segment =
    typeof key === 'string'
      ? ({ kind: 'field', name: key, ...at } as const)
      : ({ kind: 'index', index: key, ...at } as const);
  const read = readPath(owner.ok, [segment], context.environment.shapes);
  return read.ok === undefined ? read : ok(narrow(read.ok, context));
}

function countOf(owner: Expression, { environment }: Context): Expression | undefined {
  const applied = apply({ op: 'count' }, owner, environment, { from: 0, to: 0 });
  return applied.ok;
}

function checkTemplateLiteral(node: Extract<Node, { type: 'TemplateLiteral' }>, context: Context): Result<Expression> {
  const parts: (string | Expression)[] = [];
  const problems: Problem[] = [];
  let unread = false;
  for (const [at, quasi] of node.quasis.entries()) {
    if (quasi.value.cooked) parts.push(quasi.value.cooked);
    const inner = node.expressions[at];
    if (inner === undefined) continue;
    const checked = asText(checkNode(inner, context), inner.start, inner.end);
    unread ||= checked.ok === undefined;
    if (checked.ok === undefined) problems.push(...checked.problems);
    else parts.push(checked.ok);
  }
  return problems.length > 0 || unread ? fail(...problems) : ok({ kind: 'template', parts, type: STRING });
}

/** A value that stands in text: it must be there, and be text, a number or a boolean. */
export function asText(result: Result<Expression>, from: number, to: number): Result<Expression> {
  if (result.ok === undefined) return result;
  const { type } = result.ok;
  if (type.optional || type.nullable)
    return fail({
      what: 'maybeMissing',
      from,
      to,
      text: 'the value',
      fix: "give another value for when it is missing: x ?? ''",
    });
  const kinds = type.shape.kind === 'union' ? type.shape.of.map((one) => one.kind) : [type.shape.kind];
  if (isFailed(type.shape) || kinds.every((kind) => kind === 'string' || kind === 'number' || kind === 'boolean'))
    return result;
  return fail({ what: 'type', from, to, found: describeType(type), wanted: 'text, a number or a boolean' });
}

/** A list of these items; what is missing is left out. */
function checkArray(node: Extract<Node, { type: 'ArrayExpression' }>, context: Context): Result<Expression> {
  const items: Expression[] = [];
  const types: Type[] = [];
  const spread: number[] = [];
  const problems: Problem[] = [];
  let leavesOut = false;
  for (const element of node.elements) {
    if (element === null) return notAllowed(node, 'a hole in a list');
    if (element.type === 'SpreadElement') {
      const list = checkNode(element.argument, context);
      const item = list.ok && itemOf(list.ok.type, context.environment.shapes, 'loop');
      if (list.ok === undefined) problems.push(...list.problems);
      else if (item === undefined || !('found' in item))
        problems.push({
          what: 'type',
          from: element.argument.start,
          to: element.argument.end,
          found: describeType(list.ok.type),
          wanted: 'a list',
        });
      else {
        spread.push(items.length);
        types.push(item.found);
        items.push(list.ok);
      }
      continue;
    }
    const checked = checkNode(element, context);
    if (checked.ok === undefined) problems.push(...checked.problems);
    else {
      const { type } = checked.ok;
      leavesOut ||= type.optional && type.shape.kind !== 'any';
      types.push(type.optional ? { ...type, optional: false, nullable: true } : type);
      items.push(checked.ok);
    }
  }
  if (items.length < node.elements.length) return fail(...problems);
  const type = listOf(
    items.length === 0 ? { shape: { kind: 'never' }, optional: false, nullable: false } : unionTypes(types),
  );
  const list: Expression = { kind: 'array', items, ...(spread.length > 0 && { spread }), type };
  return leavesOut ? apply({ op: 'compact' }, list, context.environment, { from: node.start, to: node.end }) : ok(list);
}

function checkObject(node: Extract<Node, { type: 'ObjectExpression' }>, context: Context): Result<Expression> {
  const fields: ObjectField[] = [];
  const problems: Problem[] = [];
  const [first, ...others] = node.properties;
  if (first?.type === 'Property' && first.computed && first.kind === 'init' && others.length === 0)
    return checkComputedMember(first, context);
  for (const property of node.properties) {
    if (property.type === 'SpreadElement' || property.computed || property.kind !== 'init')
      return notAllowed(node, 'a spread, or a computed key beside others, in an object', 'use merge(object, other)');
    const name =
      property.key.type === 'Identifier'
        ? property.key.name
        : property.key.type === 'Literal'
          ? String(property.key.value)
          : '';
    const checked = checkNode(property.value, context);
    if (checked.ok === undefined) problems.push(...checked.problems);
    else if (FORBIDDEN_NAMES.has(name))
      problems.push({
        what: 'notAllowed',
        from: property.start,
        to: property.end,
        detail: `'${name}'`,
        fix: 'rename the field',
      });
    else fields.push({ name, value: checked.ok, optional: checked.ok.type.optional });
  }
  return fields.length < node.properties.length ? fail(...problems) : ok(objectExpression(fields));
}

/** `{ [name]: value }` */
function checkComputedMember(property: Property, context: Context): Result<Expression> {
  const name = checkNode(property.key, context);
  const value = checkNode(property.value, context);
  if (name.ok === undefined || value.ok === undefined) return fail(...problemsOf(name), ...problemsOf(value));
  const at = { from: property.start, to: property.end };
  return apply({ op: 'asMember', name: name.ok }, value.ok, context.environment, at);
}

/** An object of these fields; the type is what the fields say. */
export function objectExpression(fields: readonly ObjectField[]): Expression {
  const types = new Map(
    fields.map((field) => [field.name, { shape: shapeOf(field.value.type), optional: field.optional }] as const),
  );
  return { kind: 'object', fields, type: { ...BOOLEAN, shape: { kind: 'object', fields: types } } };
}
