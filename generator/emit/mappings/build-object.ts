import type { BuildObject } from '../../ir/mapping.ts';
import { declareAs, presentTypeNode, type Scope } from '../expressions/index.ts';
import { constant, entry, identifier, object, spreadEntry, withComment, type ExpressionNode } from '../syntax/index.ts';
import { otherMembers, setOthers } from './build-others.ts';
import { buildValue } from './build-value.ts';
import { isAlwaysSet } from './is-always-set.ts';
import { setField } from './set-field.ts';

/** The object as a literal; where some of its fields may be left out, as a variable that they are assigned to after it. */
export function buildObject(build: BuildObject, scope: Scope): ExpressionNode {
  const literal = literalOf(build, scope);
  const { others } = build;
  const doubtful = build.fields.filter((field) => !isAlwaysSet(field));
  if (doubtful.length === 0 && others?.each === undefined) return literal;
  const target = scope.unique(build.name);
  scope.add(constant(target, literal, presentTypeNode(build.type, scope.context)));
  for (const field of doubtful) setField(field, identifier(target), scope);
  if (others !== undefined) setOthers(others, identifier(target), scope);
  return identifier(target);
}

/** The fields that are always set, and what is taken along with them. */
function literalOf(build: BuildObject, scope: Scope): ExpressionNode {
  const { fields, others } = build;
  const certain = fields.filter(isAlwaysSet);
  const entries = certain.map((field) => withComment(entry(field.name, buildValue(field.build, scope)), field.note));
  const rest = others === undefined || others.each !== undefined ? [] : [spreadEntry(otherMembers(others, scope))];
  const literal = object([...entries, ...rest], { multiline: certain.some((field) => field.note !== undefined) });
  return declareAs(literal, build.type, scope);
}
