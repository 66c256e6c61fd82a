import { nearest } from '../../diagnostics/nearest.ts';
import type { Expression } from '../../expression/expression.ts';
import { BOOLEAN } from '../../expression/types.ts';
import type { BuildField, BuildObject } from '../../ir/mapping.ts';
import { fieldOf } from '../../shape/member.ts';
import { describeShape } from '../../shape/describe.ts';
import { isFailed } from '../../shape/shape.ts';
import { expand, isMaybe, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { localName } from '../names.ts';
import { buildLeaf } from './build-leaf.ts';
import { buildList } from './build-list.ts';
import type { MappingContext } from './mapping-context.ts';
import { projectField } from './project.ts';
import type { TargetNode } from './target-tree.ts';

/** What a mapping with `project: true` copies from: the source that stands beside this object, if there is one. */
export type Projection = Expression | undefined;

/** Builds an object from the rows below a node; required fields without a row are reported. */
export function buildObject(
  node: TargetNode | undefined,
  target: Type,
  name: string,
  projection: Projection,
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
        report.add('FR2003', { field, owner: describeShape(target.shape), suggestion }, at, stretch(child));
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
      if (!meant.has(field)) missingRow(field, node, target, context);
    }
  }
  return complete ? { kind: 'object', type: present(target), name, fields } : undefined;
}

function missingRow(field: string, node: TargetNode | undefined, target: Type, context: MappingContext): void {
  const { report } = context.integration;
  const path = node === undefined || node.path === '' ? field : `${node.path}.${field}`;
  const at = node === undefined || node.path === '' ? ['mappings', context.id] : [...node.first.at, 'to'];
  report.add('FR2006', { field: path, owner: describeShape(target.shape) }, at, {
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
  projection: Projection,
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
  const inner = projection && fieldOf(projection.type, field, context.integration.environment.shapes);
  const below: Projection =
    projection && inner && 'found' in inner ? { kind: 'field', of: projection, field, type: inner.found } : undefined;
  const name = localName(field, context.taken);
  context.taken.add(name);
  const build = buildObject(node, target, name, below && isMaybe(below.type) ? undefined : below, context);
  if (build === undefined) return undefined;
  return { name: field, build, ...presence(build, target), place: report.place(node.first.at) };
}

/** When an object that is built from parts is there: always where it must be or where some part always is. */
export function presence(build: BuildObject, target: Type): Pick<BuildField, 'set' | 'when'> {
  if (!target.optional) return { set: 'always' };
  const always = build.fields.some((field) => field.set === 'always' && field.when === undefined);
  return { set: always || build.fields.length === 0 ? 'always' : 'ifAny' };
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
