import type { PaginationPlan } from '../../ir/pagination.ts';
import type { WalkPlan } from '../../ir/step.ts';
import type { Type } from '../../shape/type.ts';
import type { OperationPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import { emitValue, type Flow } from './flow.ts';

/** What `paginate` and `collect` allow where nothing is said. */
const USUAL_MAX_PAGES = 10_000;

/** The options of `paginate` and `collect` as their last argument; none where they are the usual ones. */
export function pageOptions({ pagination }: OperationPlan, walk: WalkPlan, flow: Flow): readonly s.ExpressionNode[] {
  if (pagination === undefined) return [];
  const { maxPages, items } = pagination;
  const entries = [
    ...(maxPages === USUAL_MAX_PAGES ? [] : [s.entry('maxPages', s.literal(maxPages))]),
    ...(walk.startAt === undefined ? [] : [s.entry('startAt', startOf(pagination, walk.startAt, flow))]),
    ...(walk.limit === undefined
      ? []
      : [
          s.entry(
            'limit',
            s.object([s.entry('items', s.literal([...items])), s.entry('count', limitOf(walk.limit, flow))]),
          ),
        ]),
  ];
  return entries.length === 0 ? [] : [s.object(entries)];
}

/** A missing limit is none. */
function limitOf(limit: NonNullable<WalkPlan['limit']>, flow: Flow): s.ExpressionNode {
  const count = emitValue(limit, flow);
  return limit.type.nullable ? s.binary(count, '??', s.undefinedValue()) : count;
}

/** `nextCursor(checkpoint.cursor)`: a position of the endpoint's own kind, none where the value is missing. */
export function startOf(
  pagination: PaginationPlan,
  startAt: NonNullable<WalkPlan['startAt']>,
  flow: Flow,
): s.ExpressionNode {
  const { imports } = flow.scope.context;
  const value = emitValue(startAt, flow);
  switch (pagination.kind) {
    case 'cursor':
      return s.call(imports.useRuntime('nextCursor'), [value]);
    case 'page':
      return s.call(imports.useRuntime('atPage'), [value]);
    case 'offset':
      return s.call(imports.useRuntime('atOffset'), [value]);
    case 'nextUrl':
    case 'link':
      return s.call(imports.useRuntime('nextUrl'), [value]);
    case 'window':
      return s.call(imports.useRuntime('atTime'), [value]);
    case 'keyset':
      return s.call(imports.useRuntime('atKeys'), [value]);
  }
}

/** `nextText(read.next)`: the position of the next page as steps know it. */
export function positionOf(pagination: PaginationPlan, next: s.ExpressionNode, flow: Flow): s.ExpressionNode {
  const { imports } = flow.scope.context;
  if (pagination.kind !== 'keyset') return s.call(imports.useRuntime(positionReader(pagination)), [next]);
  const keys = pagination.keys.map(({ param, type }) =>
    s.entry(param, s.call(imports.useRuntime(keyReader(type)), [next, s.literal(param)])),
  );
  return s.conditional(s.binary(next, '===', s.undefinedValue()), s.undefinedValue(), s.object(keys));
}

function keyReader({ shape }: Type): string {
  return shape.kind === 'string' ? 'keyText' : shape.kind === 'number' ? 'keyNumber' : 'keyOf';
}

function positionReader(pagination: Exclude<PaginationPlan, { kind: 'keyset' }>): string {
  switch (pagination.kind) {
    case 'page':
    case 'offset':
      return 'nextNumber';
    case 'nextUrl':
    case 'link':
      return 'nextText';
    case 'window':
      return pagination.format === 'iso' || pagination.format === 'date' ? 'nextText' : 'nextNumber';
    case 'cursor':
      return pagination.type.shape.kind === 'string'
        ? 'nextText'
        : pagination.type.shape.kind === 'number'
          ? 'nextNumber'
          : 'cursorOf';
  }
}
