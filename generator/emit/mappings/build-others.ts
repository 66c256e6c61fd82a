import type { BuildOthers } from '../../ir/mapping.ts';
import { emitExpression, isMaybe, type Scope } from '../expressions/index.ts';
import {
  array,
  binary,
  call,
  forOf,
  globalName,
  identifier,
  literal,
  method,
  object,
  perform,
  type ExpressionNode,
  type IdentifierNode,
} from '../syntax/index.ts';
import { set } from './set-field.ts';

/** The members that no field names, as an object: `...user` and `...others(user, ['id'])` in the target take them. */
export function otherMembers({ of, except }: BuildOthers, scope: Scope): ExpressionNode {
  const node = emitExpression(of, scope);
  if (except.length === 0) return node;
  const from = isMaybe(of.type) ? binary(node, '??', object([])) : node;
  return call(scope.context.imports.useRuntime('others'), [from, array(except.map((name) => literal(name)))]);
}

/** The same, each through a build of its own. */
export function setOthers(others: BuildOthers, target: IdentifierNode, scope: Scope): void {
  if (others.each === undefined) return;
  const { item, build, set: how } = others.each;
  const members = otherMembers(others, scope);
  const from = isMaybe(others.of.type) && others.except.length === 0 ? binary(members, '??', object([])) : members;
  const body = scope.block();
  const key = body.unique('key');
  const value = body.declare(item);
  const setMember = scope.context.imports.useRuntime('setMember');
  set({ name: item, build, set: how }, (node) => perform(call(setMember, [target, identifier(key), node])), body);
  scope.add(forOf([key, value], method(globalName('Object'), 'entries', [from]), body.statements));
}
