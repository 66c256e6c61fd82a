import type { BuildList } from '../../ir/mapping.ts';
import { isMaybe, itemWish, missingOf, presentTypeNode, reference, type Scope } from '../expressions/index.ts';
import {
  array,
  constant,
  forOf,
  identifier,
  ifThen,
  isPresent,
  method,
  perform,
  type ExpressionNode,
  type IdentifierNode,
  type StatementNode,
} from '../syntax/index.ts';
import { buildValue } from './build-value.ts';

/** A list in a variable, item by item; `of` is there. */
export function buildList(build: BuildList, of: ExpressionNode, scope: Scope): IdentifierNode {
  const list = scope.unique(build.name);
  scope.add(constant(list, array([]), presentTypeNode(build.type, scope.context)));
  const body = scope.block();
  const item = body.declare(build.item, itemWish(build.of, build.item));
  addItem(build, body, (value) => perform(method(identifier(list), 'push', [value])));
  scope.add(forOf(body.reads(item) ? item : `_${item}`, of, body.statements));
  return identifier(list);
}

/** An item that is missing is skipped; null stays where the list may hold it. */
function addItem({ build, type }: BuildList, scope: Scope, push: (value: ExpressionNode) => StatementNode): void {
  if (build.kind !== 'value') return scope.add(push(buildValue(build, scope)));
  const { optional, nullable } = missingOf(build.value.type);
  const missing = { optional, nullable: nullable && !holdsNull(type) };
  if (!isMaybe(missing)) return scope.add(push(buildValue(build, scope)));
  const value = reference(build.value, scope);
  scope.add(ifThen(isPresent(value, missing), [push(value)]));
}

function holdsNull({ shape }: BuildList['type']): boolean {
  if (shape.kind !== 'array') return false;
  const { item } = shape;
  return (
    item.kind === 'any' || item.kind === 'null' || (item.kind === 'union' && item.of.some((one) => one.kind === 'null'))
  );
}
