import { apply } from '../../expression/apply.ts';
import type { Environment } from '../../expression/environment.ts';
import type { Expression } from '../../expression/expression.ts';
import { parsePath, pathText, type PathSegment } from '../../expression/path.ts';
import { variable } from '../../expression/scope.ts';
import type { Build, BuildField } from '../../ir/mapping.ts';
import { describeType } from '../../shape/describe.ts';
import { itemOf } from '../../shape/member.ts';
import { isFailed } from '../../shape/shape.ts';
import { isMaybe, present } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { claimName, itemName } from '../names.ts';
import { checkValue, checkWhen, type ValueContext } from '../values/check-value.ts';
import { readSource } from '../values/read-source.ts';
import { buildLeaf } from './build-leaf.ts';
import { buildObject } from './build-object.ts';
import type { MappingContext } from './mapping-context.ts';
import { rowsBelow, type PlacedRow, type TargetNode } from './target-tree.ts';

/** A list that is filled item by item: `items[].sku ← line_items[].sku`. The list's source is the row of `items[]`, or what its fields share. */
export function buildList(
  field: string,
  node: TargetNode,
  item: TargetNode,
  target: Type,
  context: MappingContext,
): BuildField | undefined {
  const { report, environment } = context.integration;
  const wanted = itemOf(present(target), environment.shapes, 'loop');
  if (!('found' in wanted)) {
    report.add('FR2004', { expected: `'${node.path}' is ${describeType(present(target))}, which`, found: 'a list' }, [
      ...item.first.at,
      'to',
    ]);
    return undefined;
  }
  // `tags[] ← tags[].name`, without fields below: the list is the value.
  if (item.row !== undefined && item.fields.size === 0 && item.item === undefined)
    return buildLeaf(field, { ...node, row: item.row }, target, context);
  const source = listSource(node, item, context);
  if (source === undefined) return undefined;
  const of = withoutNulls(source.of, environment);
  const found = itemOf(of.type, environment.shapes, 'loop');
  if (!('found' in found)) {
    report.add('FR2004', { expected: 'a list', found: describeType(source.of.type) }, source.at);
    return undefined;
  }
  const name = claimName(field, context.taken);
  const itemVariable = variable(claimName(itemName(source.name), context.taken), present(found.found));
  const inner: MappingContext = {
    ...context,
    prefixes:
      source.prefix === undefined
        ? context.prefixes
        : [...context.prefixes, { path: source.prefix, item: itemVariable }],
  };
  const build = buildItem(item, wanted.found, claimName(itemName(field), context.taken), inner);
  if (build === undefined) return undefined;
  const maybe = isMaybe(source.of.type);
  if (maybe && !target.optional && !isFailed(target.shape) && source.row?.row.absent !== 'empty') {
    report.add(
      'FR2005',
      { value: source.prefix === undefined ? 'the list' : `'${source.prefix}'`, target: node.path },
      source.at,
    );
    return undefined;
  }
  const when = source.row && checkWhen(source.row.row, source.row.at, { ...context, wanted: undefined, gapName: '' });
  if (when !== undefined && !target.optional) {
    report.add('FR2005', { value: 'the list', target: node.path, unless: source.row?.row.when ?? '' }, [
      ...source.at.slice(0, -1),
      'when',
    ]);
    return undefined;
  }
  const set = maybe && source.row?.row.absent !== 'empty' ? 'ifPresent' : 'always';
  return {
    name: field,
    build: {
      kind: 'list',
      type: present(target),
      name,
      of,
      item: itemVariable.kind === 'name' ? itemVariable.name : 'item',
      build,
    },
    set,
    ...(when !== undefined && { when }),
    place: report.place(item.first.at),
  };
}

/** Items that are null have no fields to read: they are left out. */
function withoutNulls(of: Expression, environment: Environment): Expression {
  const item = itemOf(of.type, environment.shapes, 'loop');
  if (!('found' in item) || !item.found.nullable || item.found.shape.kind === 'any') return of;
  return apply({ op: 'compact' }, of, environment, { from: 0, to: 0 }).ok ?? of;
}

function buildItem(item: TargetNode, target: Type, name: string, context: MappingContext): Build | undefined {
  if (item.item === undefined) return buildObject(item, target, name, undefined, context);
  const inner = buildList('items', item, item.item, target, context);
  return inner?.build;
}

interface ListSource {
  readonly of: Expression;
  /** How paths of the fields below call one item: `line_items[]`. */
  readonly prefix?: string;
  /** What the list is called, for the item's name. */
  readonly name: string;
  readonly at: readonly (string | number)[];
  readonly row?: PlacedRow;
}

function listSource(node: TargetNode, item: TargetNode, context: MappingContext): ListSource | undefined {
  const { report } = context.integration;
  const row = item.row ?? node.row;
  if (row !== undefined) return explicitSource(row, context);
  const candidates = [...rowsBelow(item)].flatMap(({ row: below, at }) =>
    'from' in below
      ? (typeof below.from === 'string' ? [below.from] : below.from).map((from) => ({ from, at: [...at, 'from'] }))
      : [],
  );
  const prefixes = candidates.flatMap(({ from, at }) => {
    const prefix = nextPrefix(from, context);
    return prefix === undefined ? [] : [{ ...prefix, at }];
  });
  const [first] = prefixes;
  if (first === undefined) {
    report.add('FR2013', { target: `${node.path}[]` }, [...item.first.at, 'to']);
    return undefined;
  }
  const other = prefixes.find((one) => one.prefix !== first.prefix);
  if (other !== undefined) {
    report.add('FR2014', { target: `${node.path}[]`, first: first.prefix, second: other.prefix }, other.at);
    return undefined;
  }
  const of = readSource(
    first.prefix.slice(0, -2) || '.',
    first.at,
    context.scope,
    context.prefixes,
    context.integration,
  );
  return of && { of, prefix: first.prefix, name: first.name, at: first.at };
}

function explicitSource(placed: PlacedRow, context: MappingContext): ListSource | undefined {
  const { row, at } = placed;
  const valueContext: ValueContext = { ...context, wanted: undefined, gapName: `${context.id}List` };
  if (!('from' in row) || typeof row.from !== 'string') {
    const of = checkValue(row, at, valueContext);
    return of && { of, name: 'list', at, row: placed };
  }
  const path = row.from.endsWith('[]') ? row.from.slice(0, -2) || '.' : row.from;
  const of = checkValue({ ...row, from: path }, at, valueContext);
  const last = parsePath(path).segments.findLast((segment) => segment.kind === 'field');
  return (
    of && {
      of,
      prefix: `${path === '.' ? '' : path}[]`,
      name: last?.kind === 'field' ? last.name : 'list',
      at: [...at, 'from'],
      row: placed,
    }
  );
}

/** The shortest `…[]` of a path that goes beyond the loops around. */
function nextPrefix(
  from: string,
  context: MappingContext,
): { readonly prefix: string; readonly name: string } | undefined {
  const { segments } = parsePath(from);
  const around = context.prefixes.findLast(({ path }) =>
    segments.some((_, index) => pathText(segments.slice(0, index + 1)) === path),
  );
  const skip =
    around === undefined
      ? 0
      : segments.findIndex((_, index) => pathText(segments.slice(0, index + 1)) === around.path) + 1;
  const each = segments.findIndex((segment, index) => index >= skip && segment.kind === 'each');
  if (each === -1) return undefined;
  const name =
    segments
      .slice(0, each)
      .findLast((segment): segment is Extract<PathSegment, { kind: 'field' }> => segment.kind === 'field')?.name ??
    'list';
  return { prefix: pathText(segments.slice(0, each + 1)), name };
}
