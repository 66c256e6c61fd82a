import type { Build, BuildField, BuildFrom } from '../../ir/mapping.ts';
import {
  constantCondition,
  emitExpression,
  emitOn,
  isListThere,
  isMaybe,
  missingOf,
  presenceOf,
  reference,
  type Scope,
} from '../expressions/index.ts';
import {
  binary,
  call,
  globalName,
  guarded,
  ifThen,
  isPresent,
  literal,
  property,
  withComment,
  type ExpressionNode,
  type IdentifierNode,
  type StatementNode,
} from '../syntax/index.ts';
import { assignField } from './assign-field.ts';
import { buildList } from './build-list.ts';
import { buildObject } from './build-object.ts';
import { buildValue } from './build-value.ts';
import { isAlwaysSet } from './is-always-set.ts';

type Put = (value: ExpressionNode) => StatementNode;

/** The statements that give a target a field which may be left out. */
export function setField(field: BuildField, target: IdentifierNode, scope: Scope): void {
  const put: Put = (value) => assignField(target, field.name, value);
  const before = scope.statements.length;
  setWhere(field, put, scope);
  const first = scope.statements[before];
  if (first !== undefined) scope.statements[before] = withComment(first, field.note);
}

function setWhere(field: BuildField, put: Put, scope: Scope): void {
  const constant = field.when === undefined ? true : constantCondition(field.when);
  if (constant === false) return;
  if (field.when === undefined || constant === true) set(field, put, scope);
  else {
    const test = emitExpression(field.when, scope);
    const inner = scope.block();
    set(field, put, inner);
    scope.add(guarded(test, inner.statements));
  }
}

/** Gives something a value where `set` says so. */
export function set(
  { build, set: how, name }: Pick<BuildField, 'build' | 'set' | 'name'>,
  put: Put,
  scope: Scope,
): void {
  if (how === 'always' || (build.kind === 'object' && (how !== 'ifAny' || build.fields.some(isAlwaysSet))))
    return scope.add(put(buildValue(build, scope)));
  if (build.kind === 'object')
    return build.fields.length === 0 ? undefined : setIfAny(buildObject(build, scope), put, scope);
  if (build.kind === 'helper') return scope.add(put(buildValue(build, scope)));
  if (build.kind === 'from') return setFrom(build, how, put, scope);
  if (build.kind === 'list') return how === 'ifAny' ? setIfFilled(build, put, scope) : setList(build, put, scope);
  setValue(build, how === 'ifDefined', name, put, scope);
}

/** What decides whether the value is there is tested; what follows from it is worked out within the `if`. */
function setValue(
  { value }: Extract<Build, { kind: 'value' }>,
  keepsNull: boolean,
  name: string,
  put: Put,
  scope: Scope,
): void {
  const { root, then } = presenceOf(value, scope);
  const { optional, nullable } = missingOf(root.type);
  const missing = { optional, nullable: nullable && !(keepsNull && then.length === 0) };
  if (!isMaybe(missing)) return scope.add(put(emitExpression(value, scope)));
  const present = root === value ? reference(root, scope, name) : reference(root, scope);
  const inner = scope.block();
  const result = then.reduce((node, one) => emitOn(one, node, inner), present);
  inner.add(put(result));
  scope.add(ifThen(isPresent(present, missing), inner.statements));
}

/** What is built from a value that may be missing, where it is there; with `ifDefined` null stays null. */
function setFrom(build: BuildFrom, how: BuildField['set'], put: Put, scope: Scope): void {
  const { of } = build;
  const { optional, nullable } = missingOf(of.type);
  const missing = { optional, nullable: nullable && how !== 'ifDefined' };
  const present = isMaybe(missing) ? reference(of, scope) : undefined;
  const inner = present === undefined ? scope : scope.block();
  const orNull = { ...build, of: { ...of, type: { ...of.type, optional: false } } };
  inner.add(put(buildValue(how === 'ifDefined' ? orNull : build.build, inner)));
  if (present !== undefined) scope.add(ifThen(isPresent(present, missing), inner.statements));
}

function setIfAny(built: ExpressionNode, put: Put, scope: Scope): void {
  const names = call(property(globalName('Object'), 'keys'), [built]);
  scope.add(ifThen(binary(property(names, 'length'), '>', literal(0)), [put(built)]));
}

function setIfFilled(build: Extract<Build, { kind: 'list' }>, put: Put, scope: Scope): void {
  const list = buildValue(build, scope);
  scope.add(ifThen(binary(property(list, 'length'), '>', literal(0)), [put(list)]));
}

function setList(build: Extract<Build, { kind: 'list' }>, put: Put, scope: Scope): void {
  if (!isMaybe(build.of.type)) return scope.add(put(buildValue(build, scope)));
  const of = reference(build.of, scope);
  const inner = scope.block();
  inner.add(put(buildList(build, of, inner)));
  scope.add(ifThen(isListThere(of, build.of.type), inner.statements));
}
