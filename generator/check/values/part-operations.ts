import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import type { Expression, Operation, OrderAs } from '../../expression/expression.ts';
import { variable, type Scope } from '../../expression/scope.ts';
import { itemOf } from '../../shape/member.ts';
import type { Type } from '../../shape/type.ts';
import type { Op } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';
import { literal } from './check-value.ts';
import { read } from './operations.ts';
import { readSource } from './read-source.ts';

const BY_ITEM = ['min', 'max', 'minBy', 'maxBy', 'unique', 'sort', 'group', 'keyed'] as const;
const OTHERS = ['take', 'drop', 'chunk', 'merge', 'records'] as const;

type Named<Name extends string> = Extract<Op, { readonly [Key in Name]: unknown }>;

/** Operations that take lists and objects apart and put them together anew. */
export type PartOp = { [Name in (typeof BY_ITEM)[number] | (typeof OTHERS)[number]]: Named<Name> }[
  | (typeof BY_ITEM)[number]
  | (typeof OTHERS)[number]];

export function isPartOp(op: Exclude<Op, string>): op is PartOp {
  return [...BY_ITEM, ...OTHERS].some((name) => name in op);
}

export function partOperation(
  op: PartOp,
  type: Type,
  at: SpecPath,
  scope: Scope,
  integration: Integration,
): Operation | undefined {
  if ('chunk' in op) return { op: 'chunk', size: op.chunk };
  if ('take' in op) return counted('take', op.take, [...at, 'take'], scope, integration);
  if ('drop' in op) return counted('drop', op.drop, [...at, 'drop'], scope, integration);
  if ('merge' in op) {
    const value = readSource(op.merge, [...at, 'merge'], scope, [], integration);
    return value && { op: 'merge', value };
  }
  if ('records' in op) {
    const { columns, case: letters = 'keep' } = op.records;
    const value =
      typeof columns === 'string'
        ? readSource(columns, [...at, 'records', 'columns'], scope, [], integration)
        : literal(columns);
    return value && { op: 'records', value, case: letters };
  }
  return byItem(op, type, at, integration);
}

function counted(
  op: 'take' | 'drop',
  count: number | string,
  at: SpecPath,
  scope: Scope,
  { report, environment }: Integration,
): Operation | undefined {
  if (typeof count === 'number') return { op, value: literal(count) };
  const checked = checkExpression(count, { scope, environment });
  if (checked.ok === undefined) report.problems(checked.problems, at);
  return checked.ok && { op, value: checked.ok };
}

interface ByOptions {
  readonly by?: string;
  readonly as?: OrderAs;
  readonly order?: 'ascending' | 'descending';
  readonly keep?: 'first' | 'last';
}

/** By a path into the item, or by the item itself. */
function byItem(
  op: Exclude<PartOp, Named<(typeof OTHERS)[number]>>,
  type: Type,
  at: SpecPath,
  integration: Integration,
): Operation | undefined {
  const item = itemOf(type, integration.environment.shapes, 'loop');
  if (!('found' in item)) return { op: 'first' };
  const name = BY_ITEM.find((one) => one in op) ?? 'min';
  const given: unknown = Reflect.get(op, name);
  const options: ByOptions = typeof given === 'string' ? { by: given } : optionsOf(op);
  const path = options.by ?? '.';
  const place = typeof given === 'string' ? [...at, name] : [...at, name, 'by'];
  const by = read(variable('item', item.found), path, place, integration);
  if (by === undefined) return undefined;
  return operation(name, by, options);
}

function optionsOf(op: Exclude<PartOp, Named<(typeof OTHERS)[number]>>): ByOptions {
  return Object.values(op).find((value): value is ByOptions => typeof value === 'object') ?? {};
}

function operation(name: (typeof BY_ITEM)[number], by: Expression, { as, order, keep }: ByOptions): Operation {
  const compared = as === undefined ? {} : { as };
  const own = by.kind === 'name' ? {} : { by };
  switch (name) {
    case 'sort':
      return { op: 'sort', item: 'item', ...own, order: order ?? 'ascending', ...compared };
    case 'unique':
      return { op: 'unique', item: 'item', ...own, ...(keep !== undefined && { keep }) };
    case 'group':
    case 'keyed':
      return { op: name, item: 'item', by };
    case 'minBy':
    case 'maxBy':
      return { op: name, item: 'item', by, ...compared };
    default:
      return { op: name, item: 'item', ...own, ...compared };
  }
}
