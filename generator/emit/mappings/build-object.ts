import type { BuildObject } from '../../ir/mapping.ts';
import { declareAs, presentTypeNode, type Scope } from '../expressions/index.ts';
import { constant, entry, identifier, object, withComment, type ExpressionNode } from '../syntax/index.ts';
import { buildValue } from './build-value.ts';
import { isAlwaysSet } from './is-always-set.ts';
import { setField } from './set-field.ts';

/** The object as a literal; where some of its fields may be left out, as a variable that they are assigned to after it. */
export function buildObject(build: BuildObject, scope: Scope): ExpressionNode {
  const literal = literalOf(build, scope);
  const others = build.fields.filter((field) => !isAlwaysSet(field));
  if (others.length === 0) return literal;
  const target = scope.unique(build.name);
  scope.add(constant(target, literal, presentTypeNode(build.type, scope.context)));
  for (const field of others) setField(field, identifier(target), scope);
  return identifier(target);
}

/** The fields that are always set. */
function literalOf(build: BuildObject, scope: Scope): ExpressionNode {
  const fields = build.fields.filter(isAlwaysSet);
  const entries = fields.map((field) => withComment(entry(field.name, buildValue(field.build, scope)), field.note));
  const literal = object(entries, { multiline: fields.some((field) => field.note !== undefined) });
  return declareAs(literal, build.type, scope);
}
