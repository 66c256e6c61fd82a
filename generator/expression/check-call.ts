import type { Expression as Node, CallExpression } from 'acorn';
import { itemOf } from '../shape/member.ts';
import { isMaybe } from '../shape/type-of-shape.ts';
import { apply } from './apply.ts';
import { checkNode, notAllowed, problemsOf, type Context } from './check-expression.ts';
import { asCondition, isThere } from './condition.ts';
import type { Expression, Operation, OrderAs } from './expression.ts';
import { FUNCTIONS, METHODS, type Signature } from './functions.ts';
import { fail, ok, type Result } from './problem.ts';
import { variable, withName } from './scope.ts';
import { listOf } from './types.ts';

/** A call of a standard function (`round(x, 2)`) or of an allowed method (`name.trim()`, `items.some((item) => …)`). */
export function checkCall(node: CallExpression, context: Context): Result<Expression> {
  const { callee } = node;
  if (callee.type === 'Identifier') {
    if (callee.name === 'present') return checkPresent(node, context);
    const signature = FUNCTIONS.get(callee.name);
    const [subject, ...args] = node.arguments;
    if (signature === undefined)
      return fail({
        what: 'unknownName',
        from: callee.start,
        to: callee.end,
        name: callee.name,
        kind: 'function',
        known: [...FUNCTIONS.keys(), 'present'],
      });
    if (subject === undefined || subject.type === 'SpreadElement')
      return notAllowed(node, `'${callee.name}' without a value`, `write ${callee.name}(value)`);
    return checkOperation(signature, subject, args, node, context);
  }
  if (
    callee.type === 'MemberExpression' &&
    !callee.computed &&
    callee.property.type === 'Identifier' &&
    callee.object.type !== 'Super'
  ) {
    const signature = METHODS.get(callee.property.name);
    if (signature !== undefined) return checkOperation(signature, callee.object, node.arguments, node, context);
    return fail({
      what: 'unknownName',
      from: callee.property.start,
      to: callee.property.end,
      name: callee.property.name,
      kind: 'method',
      known: [...METHODS.keys()],
    });
  }
  return notAllowed(node, 'calling what is no function of the language');
}

function checkPresent(node: CallExpression, context: Context): Result<Expression> {
  const [subject] = node.arguments;
  if (subject === undefined || subject.type === 'SpreadElement' || node.arguments.length > 1)
    return notAllowed(node, "'present' without one value", 'write present(value)');
  const of = checkNode(subject, context);
  return of.ok === undefined ? of : ok(isThere(of.ok));
}

function checkOperation(
  signature: Signature,
  subject: Node,
  args: CallExpression['arguments'],
  node: CallExpression,
  context: Context,
): Result<Expression> {
  const of = checkNode(subject, context);
  if (of.ok === undefined) return of;
  const at = { from: subject.start, to: subject.end };
  if ('lambda' in signature) return checkLambda(signature, of.ok, args, node, context);
  const values: Expression[] = [];
  for (const arg of args) {
    if (arg.type === 'SpreadElement') return notAllowed(node, 'a spread');
    const checked = checkNode(arg, context);
    if (checked.ok === undefined) return fail(...problemsOf(checked));
    values.push(checked.ok);
  }
  const operation = signature.build(values);
  if (operation === undefined)
    return fail({
      what: 'notAllowed',
      from: node.start,
      to: node.end,
      detail: 'a call with these arguments',
      fix: `write ${signature.usage}`,
    });
  if (operation.op === 'lookup' && !context.environment.tables.has(operation.table)) {
    return fail({
      what: 'unknownTable',
      from: args[0]?.start ?? node.start,
      to: args[0]?.end ?? node.end,
      name: operation.table,
      known: [...context.environment.tables.keys()],
    });
  }
  return apply(operation, of.ok, context.environment, at);
}

function checkLambda(
  signature: Extract<Signature, { lambda: unknown }>,
  list: Expression,
  given: CallExpression['arguments'],
  node: CallExpression,
  context: Context,
): Result<Expression> {
  const as = signature.name === 'min' || signature.name === 'max' ? orderAs(given.at(-1)) : undefined;
  const args = as === undefined ? given : given.slice(0, -1);
  const build: typeof signature.lambda = (item, body) => compared(signature.lambda(item, body), as);
  const [lambda, ...more] = args;
  const at = { from: node.start, to: node.end };
  if (lambda === undefined && signature.optional) return apply(build('item', undefined), list, context.environment, at);
  const [param] = lambda?.type === 'ArrowFunctionExpression' ? lambda.params : [];
  if (
    lambda?.type !== 'ArrowFunctionExpression' ||
    lambda.body.type === 'BlockStatement' ||
    lambda.async ||
    lambda.params.length !== 1 ||
    param?.type !== 'Identifier' ||
    more.length > 0
  ) {
    return fail({ what: 'notAllowed', ...at, detail: 'a call with these arguments', fix: `write ${signature.usage}` });
  }
  const item = itemOf(list.type, context.environment.shapes, 'loop');
  if (!('found' in item)) return apply({ op: 'first' }, list, context.environment, at);
  const body = checkNode(lambda.body, {
    ...context,
    scope: withName(context.scope, param.name, { expression: variable(param.name, item.found) }),
  });
  if (body.ok === undefined) return body;
  if (signature.name === 'map') {
    const value = body.ok;
    if (value.kind === 'name' && value.name === param.name) return ok(list);
    const { optional, shape } = value.type;
    const leavesOut = optional && shape.kind !== 'any';
    const type = leavesOut ? { ...value.type, optional: false, nullable: true } : value.type;
    const mapped: Expression = {
      kind: 'each',
      of: list,
      item: param.name,
      value,
      flat: false,
      type: { ...listOf(type), optional: isMaybe(list.type) },
    };
    // What is missing is left out.
    return leavesOut ? apply({ op: 'compact' }, mapped, context.environment, at) : ok(mapped);
  }
  const operation: Operation = build(param.name, signature.condition ? asCondition(body.ok) : body.ok);
  return apply(operation, list, context.environment, at);
}

/** `max(ids, 'wholeNumber')`: how texts are compared. */
function orderAs(node: CallExpression['arguments'][number] | undefined): OrderAs | undefined {
  const value = node?.type === 'Literal' ? node.value : undefined;
  return value === 'number' || value === 'text' || value === 'wholeNumber' ? value : undefined;
}

function compared(operation: Operation, as: OrderAs | undefined): Operation {
  return as !== undefined && (operation.op === 'min' || operation.op === 'max') ? { ...operation, as } : operation;
}
