import type { Expression } from '../../expression/expression.ts';
import { itemOf } from '../../shape/member.ts';
import type { Type } from '../../shape/type.ts';
import {
  array,
  arrayType,
  arrow,
  assign,
  constant,
  forOf,
  identifier,
  ifThen,
  keywordType,
  method,
  perform,
  unionType,
  variable,
  type ExpressionNode,
  type TypeNode,
} from '../syntax/index.ts';
import { isMaybe } from './declared-shape.ts';
import { emitExpression } from './emit-expression.ts';
import { needsQuestion } from './emit-path.ts';
import { hintOf } from './hint.ts';
import { itemWish } from './item-function.ts';
import { isListThere } from './list-there.ts';
import { reference } from './reference.ts';
import type { Scope } from './scope.ts';
import { typeNode } from './type-node.ts';

type Each = Extract<Expression, { kind: 'each' }>;

/** Every item through an expression: `lines.map((line) => line.sku)`, or a loop where items are skipped or lists run together. */
export function emitEach(expression: Each, scope: Scope): ExpressionNode {
  if (expression.when === undefined && !expression.flat) {
    if (expression.value.kind === 'name' && expression.value.name === expression.item)
      return emitExpression(expression.of, scope);
    const mapped = emitMap(expression, scope);
    if (mapped !== undefined) return mapped;
  }
  return emitLoop(expression, scope);
}

/** Undefined where the value needs statements: those stand better in a loop. */
function emitMap(expression: Each, scope: Scope): ExpressionNode | undefined {
  const inner = scope.inline();
  const item = inner.declare(expression.item, itemWish(expression.of, expression.item));
  const value = emitExpression(expression.value, inner);
  if (inner.statements.length > 0 || expression.of.type.shape.kind === 'any') return undefined;
  const list = emitExpression(expression.of, scope);
  return method(list, 'map', [arrow(inner.reads(item) ? [item] : [], value)], {
    optional: needsQuestion(expression.of, list, scope),
  });
}

function emitLoop(expression: Each, scope: Scope): ExpressionNode {
  const list = reference(expression.of, scope);
  const name = scope.unique(hintOf(expression));
  const type = arrayType(leafType(expression, scope));
  const push = (value: ExpressionNode): ReturnType<typeof perform> =>
    perform(method(identifier(name), 'push', [value]));
  if (!isMaybe(expression.of.type)) {
    scope.add(constant(name, array([]), type));
    loopOver(expression, list, scope, (value, inner) => inner.add(push(value)));
    return identifier(name);
  }
  const body = scope.block();
  body.add(assign(identifier(name), array([])));
  loopOver(expression, list, body, (value, inner) => inner.add(push(value)));
  scope.add(
    variable(name, unionType([type, keywordType('undefined')])),
    ifThen(isListThere(list, expression.of.type), body.statements),
  );
  return identifier(name);
}

/** Nested loops, one per list: a list that is missing has no items. `list` is there. */
function loopOver(
  expression: Each,
  list: ExpressionNode,
  scope: Scope,
  use: (value: ExpressionNode, scope: Scope) => void,
): void {
  const body = scope.block();
  const item = body.declare(expression.item, itemWish(expression.of, expression.item));
  const inner = expression.when === undefined ? body : body.block();
  const test = expression.when === undefined ? undefined : emitExpression(expression.when, body);
  if (expression.flat) overInner(expression.value, inner, use);
  else use(emitExpression(expression.value, inner), inner);
  if (test !== undefined) body.add(ifThen(test, inner.statements));
  scope.add(forOf(body.reads(item) ? item : `_${item}`, list, body.statements));
}

function overInner(value: Expression, scope: Scope, use: (value: ExpressionNode, scope: Scope) => void): void {
  const list = value.kind === 'each' ? value.of : value;
  const node = isMaybe(list.type) ? reference(list, scope) : emitExpression(list, scope);
  const inner = isMaybe(list.type) ? scope.block() : scope;
  if (value.kind === 'each') loopOver(value, node, inner, use);
  else {
    const body = inner.block();
    const item = body.unique(itemWish(value, 'item'));
    use(identifier(item), body);
    inner.add(forOf(item, node, body.statements));
  }
  if (inner !== scope) scope.add(ifThen(isListThere(node, list.type), inner.statements));
}

/** The type of what ends up in the list. */
function leafType(expression: Each, scope: Scope, { nullable } = itemTypeOf(expression.type, scope)): TypeNode {
  const { value, when, flat } = expression;
  if (flat && value.kind === 'each') return leafType(value, scope, { ...value.type, nullable });
  const type = flat ? itemTypeOf(value.type, scope) : value.type;
  return typeNode({ ...type, nullable, optional: type.optional && when === undefined }, scope.context);
}

function itemTypeOf(list: Type, { context }: Scope): Type {
  const item = itemOf(list, context.plan.shapes, 'loop');
  return 'found' in item ? item.found : list;
}
