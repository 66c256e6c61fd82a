import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import type { Expression } from '../../expression/expression.ts';
import type { Scope } from '../../expression/scope.ts';
import { INTEGER, NUMBER, STRING } from '../../expression/types.ts';
import type { KeysetPlan, PaginationPlan } from '../../ir/pagination.ts';
import type { WalkPlan } from '../../ir/step.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeType } from '../../shape/describe.ts';
import type { Type } from '../../shape/type.ts';
import type { ItemLimit } from '../../spec/types.ts';
import { literal } from '../values/check-value.ts';
import type { WorkflowContext } from './step-context.ts';

/** `startAt` and `limit` as the spec says them. */
export interface Walk {
  readonly startAt?: string;
  readonly limit?: ItemLimit;
}

/** What a position of the pagination is to steps: a cursor, a number, or a URL. */
export function positionType(pagination: PaginationPlan): Type {
  switch (pagination.kind) {
    case 'cursor':
      return pagination.type;
    case 'page':
    case 'offset':
      return INTEGER;
    case 'nextUrl':
    case 'link':
      return STRING;
    case 'window':
      return pagination.format === 'iso' || pagination.format === 'date' ? STRING : NUMBER;
    case 'keyset':
      return keysType(pagination);
  }
}

/** An object of the keys, by the parameters that carry them. */
function keysType({ keys }: KeysetPlan): Type {
  const fields = new Map(keys.map(({ param, type }) => [param, { shape: type.shape, optional: false }] as const));
  return { shape: { kind: 'object', fields }, optional: false, nullable: false };
}

/** Where a walk begins and where it ends; undefined where one of them is wrong (reported). A missing value counts as not said. */
export function checkWalk(
  { startAt, limit }: Walk,
  pagination: PaginationPlan,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): WalkPlan | undefined {
  const start =
    startAt === undefined ? undefined : value(startAt, positionType(pagination), [...at, 'startAt'], scope, context);
  const most =
    limit === undefined
      ? undefined
      : typeof limit === 'number'
        ? literal(limit)
        : value(limit, NUMBER, [...at, 'limit'], scope, context);
  if ((startAt !== undefined && start === undefined) || (limit !== undefined && most === undefined)) return undefined;
  return { ...(start !== undefined && { startAt: start }), ...(most !== undefined && { limit: most }) };
}

function value(
  text: string,
  wanted: Type,
  at: SpecPath,
  scope: Scope,
  { integration: { report, environment } }: WorkflowContext,
): Expression | undefined {
  const checked = checkExpression(text, { scope, environment });
  if (checked.ok === undefined) {
    report.problems(checked.problems, at);
    return undefined;
  }
  const { type } = checked.ok;
  // A whole number by its type or by its use: pages are counted.
  const shape = wanted === INTEGER ? NUMBER.shape : wanted.shape;
  if (type.shape.kind === 'null' || assignable(type.shape, shape, environment.shapes) === undefined) return checked.ok;
  report.add('FR2004', { expected: describeType(wanted), found: describeType(type) }, at);
  return undefined;
}
