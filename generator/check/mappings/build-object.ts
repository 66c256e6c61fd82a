import { nearest } from '../../diagnostics/nearest.ts';
import { pathOf } from '../../expression/condition.ts';
import type { Expression } from '../../expression/expression.ts';
import { withNarrowed } from '../../expression/scope.ts';
import { BOOLEAN } from '../../expression/types.ts';
import type { BuildField, BuildObject } from '../../ir/mapping.ts';
import { fieldOf } from '../../shape/member.ts';
import { describeOwner, describeShape } from '../../shape/describe.ts';
import { isFailed } from '../../shape/shape.ts';
import { expand, isMaybe, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { claimName } from '../names.ts';
import { buildLeaf } from './build-leaf.ts';
import { buildList } from './build-list.ts';
import type { MappingContext } from './mapping-context.ts';
import { projectField, projectionBelow, projectOthers, type Projection } from './project.ts';
import { sourceAround, type SourceAround } from './source-around.ts';
import type { TargetNode } from './target-tree.ts';

/** Builds an object from the rows below a node; required fields without a row are reported. */
export function buildObject(
  node: TargetNode | undefined,
  target: Type,
  name: string,
  projection: Projection | undefined,
  context: MappingContext,
): BuildObject | undefined {
  const { report, environment } = context.integration;
  const shape = expand(target.shape, environment.shapes);
  if (shape.kind !== 'object') {
    if (node !== undefined && !isFailed(shape))
      report.add(
        'FR2004',
        { expected: `'${node.path}' is ${describeShape(shape)}, which`, found: 'an object built from fields' },
        [...node.first.at, 'to'],
      );
    return undefined;
  }
  let complete = true;
  const fields: BuildField[] = [];
  const meant = new Set<string>();
  for (const [field, child] of node?.fields ?? []) {
    const member = fieldOf(present(target), field, environment.shapes);
    if (!('found' in member)) {
      const at = [...child.first.at, 'to'];
      const suggestion = member.missing === 'field' ? nearest(field, member.known) : undefined;
      if (suggestion !== undefined) meant.add(suggestion);
      if (member.missing === 'field')
        report.add('FR2003', { field, owner: describeOwner(target), suggestion }, at, stretch(child));
      complete = false;
      continue;
    }
    const built = buildField(field, child, member.found, projection, context);
    if (built === undefined) complete = false;
    else fields.push(built);
  }
  for (const [field, declared] of shape.fields) {
    if (node?.fields.has(field)) continue;
    const projected = projection && projectField(field, projection, target, context);
    if (projected?.field !== undefined) fields.push(projected.field);
    else if (projected !== undefined) complete = false;
    else if (!declared.optional) {
      complete = false;
      // What a row with a slip in its target was meant to fill has been said with it.
      if (!meant.has(field)) missingRow(field, node, projection, target, context);
    }
  }
  const rest = projection && projectOthers(new Set(node?.fields.keys()), projection, target, context);
  if (!complete || rest?.failed === true) return undefined;
  const others = rest?.others === undefined ? {} : { others: rest.others };
  return { kind: 'object', type: present(target), name, fields: [...fields, ...(rest?.fields ?? [])], ...others };
}

function missingRow(
  field: string,
  node: TargetNode | undefined,
  projection: Projection | undefined,
  target: Type,
  context: MappingContext,
): void {
  const { report } = context.integration;
  const owner = node?.path ?? projection?.path ?? '';
  const path = owner === '' ? field : `${owner}.${field}`;
  const at =
    owner === '' ? ['mappings', context.id] : node === undefined ? (projection?.at ?? []) : [...node.first.at, 'to'];
  report.add('FR2006', { field: path, owner: describeOwner(target) }, at, {
    on: at.length === 2 ? 'key' : 'value',
  });
}

/** The stretch of a row's `to` that names this node. */
function stretch(node: TargetNode): { readonly from: number; readonly to: number } {
  const name = node.path.split(/[.[]/).at(-1) ?? node.path;
  return { from: Math.max(node.path.length - name.length, 0), to: node.path.length };
}

function buildField(
  field: string,
  node: TargetNode,
  target: Type,
  projection: Projection | undefined,
  context: MappingContext,
): BuildField | undefined {
  const { report } = context.integration;
  const hasFields = node.fields.size > 0;
  const { item } = node;
  if (node.failed) return undefined;
  if (
    node.row !== undefined &&
    (hasFields || (item !== undefined && (item.row !== undefined || item.fields.size === 0)))
  ) {
    report.add('FR2009', { name: node.path, first: 'a row of its own', second: 'the rows of its parts' }, [
      ...node.row.at,
      'to',
    ]);
    return undefined;
  }
  if (item !== undefined) return buildList(field, node, item, target, context);
  if (!hasFields) return buildLeaf(field, node, target, context);
  const name = claimName(field, context.taken);
  const around = sourceAround(node, context);
  const below = projection && projectionBelow(projection, field, context);
  // Every row below reads from one object, and so does what is copied beside them: without it there is nothing to build.
  if (around !== undefined && (below === undefined || sameSource(around.of, below.source)))
    return buildAround(field, node, target, name, below, around, context);
  const build = buildObject(node, target, name, below, context);
  if (build === undefined) return undefined;
  return { name: field, build, ...presence(build, target), place: report.place(node.first.at) };
}

/** An object that is there exactly where the one is that its rows read from. */
function buildAround(
  field: string,
  node: TargetNode,
  target: Type,
  name: string,
  below: Projection | undefined,
  around: SourceAround,
  context: MappingContext,
): BuildField | undefined {
  const of = around.of;
  const place = context.integration.report.place(node.first.at);
  const certain = { ...of, type: present(of.type) };
  const inner = { ...context, scope: withNarrowed(context.scope, around.key, certain) };
  const projection = below && { ...below, source: certain };
  if (!isMaybe(of.type)) {
    const build = buildObject(node, target, name, projection, context);
    return build && { name: field, build, set: 'always', place };
  }
  const canBeNull = target.nullable && !of.type.optional;
  // Rows that must be there say themselves what they lack.
  if (!target.optional && !canBeNull) {
    const build = buildObject(node, target, name, below, context);
    return build && { name: field, build, ...presence(build, target), place };
  }
  const build = buildObject(node, target, name, projection, inner);
  if (build === undefined) return undefined;
  const set = !target.nullable ? 'ifPresent' : of.type.optional ? 'ifDefined' : 'always';
  return { name: field, build: { kind: 'from', type: target, of, build }, set, place };
}

function sameSource(one: Expression, other: Expression): boolean {
  return pathOf(one) !== undefined && pathOf(one) === pathOf(other);
}

/** When an object that is built from parts is there: always where it must be or where some part always is. */
export function presence(build: BuildObject, target: Type): Pick<BuildField, 'set' | 'when'> {
  if (!target.optional) return { set: 'always' };
  const always = build.fields.some((field) => field.set === 'always' && field.when === undefined);
  return { set: always || build.fields.length === 0 || build.others !== undefined ? 'always' : 'ifAny' };
}

/** The condition under which several values are all present. */
export function allPresent(values: readonly Expression[]): Expression | undefined {
  const tests = values.map((of): Expression => ({ kind: 'present', of, type: BOOLEAN }));
  const [first, ...others] = tests;
  return (
    first &&
    others.reduce((left, right): Expression => ({ kind: 'binary', op: '&&', left, right, type: BOOLEAN }), first)
  );
}
