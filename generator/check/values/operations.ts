import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { apply } from '../../expression/apply.ts';
import { checkCondition } from '../../expression/check-expression.ts';
import type { Expression, Operation } from '../../expression/expression.ts';
import { dateForm } from '../../expression/functions.ts';
import { parsePath } from '../../expression/path.ts';
import { readPath } from '../../expression/read-path.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import { itemOf } from '../../shape/member.ts';
import type { Type } from '../../shape/type.ts';
import type { Op } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';
import { describeType } from '../../shape/describe.ts';
import { callMapping, eachOf } from './call-mapping.ts';
import { isPartOp, partOperation, type PartOp } from './part-operations.ts';
import { dateFormProblem, isTimeZone } from './check-date-form.ts';

type DateOp = Extract<Op, { readonly date: unknown }>;

/** Applies the operations of a pipe, left to right; undefined where one of them does not fit (reported). */
export function applyPipe(
  of: Expression,
  pipe: readonly Op[],
  at: SpecPath,
  scope: Scope,
  integration: Integration,
): Expression | undefined {
  let current: Expression | undefined = of;
  for (const [index, op] of pipe.entries()) {
    if (current === undefined) return undefined;
    current = applyOp(current, op, [...at, index], scope, integration);
  }
  return current;
}

function applyOp(of: Expression, op: Op, at: SpecPath, scope: Scope, integration: Integration): Expression | undefined {
  if (typeof op === 'object' && 'map' in op) return callMapping(op.map, of, [...at, 'map'], integration);
  if (typeof op === 'object' && 'get' in op) return read(of, op.get, [...at, 'get'], integration);
  if (typeof op === 'object' && 'each' in op) return ofEach(of, op.each, [...at, 'each'], scope, integration);
  const operation =
    typeof op === 'string'
      ? simple(op)
      : isPartOp(op)
        ? partOperation(op, of.type, at, scope, integration)
        : withArguments(op, of.type, at, scope, integration);
  if (operation === undefined) return undefined;
  const { report, environment } = integration;
  const place: SpecPath = typeof op === 'string' ? at : [...at, Object.keys(op)[0] ?? ''];
  const applied = apply(operation, of, environment, { from: 0, to: 0 });
  if (applied.ok !== undefined) return applied.ok;
  for (const problem of applied.problems) {
    if (problem.what === 'type')
      report.add(
        'FR2004',
        { expected: `'${operation.op}' takes ${problem.wanted}, which`, found: problem.found, fix: problem.fix },
        place,
        typeof op === 'string' ? {} : { on: 'key' },
      );
  }
  return undefined;
}

/** Operations on each item of a list; items that are missing after them are left out. */
function ofEach(
  of: Expression,
  pipe: readonly Op[],
  at: SpecPath,
  scope: Scope,
  integration: Integration,
): Expression | undefined {
  const item = itemOf(of.type, integration.environment.shapes, 'loop');
  if (!('found' in item)) {
    integration.report.add('FR2004', { expected: 'a list', found: describeType(of.type) }, at, { on: 'key' });
    return undefined;
  }
  const value = applyPipe(variable('item', item.found), pipe, at, scope, integration);
  return value && eachOf(of, value);
}

function simple(op: Extract<Op, string>): Operation {
  switch (op) {
    case 'sum':
    case 'min':
    case 'max':
    case 'unique':
      return { op, item: 'item' };
    case 'sort':
      return { op, item: 'item', order: 'ascending' };
    default:
      return { op };
  }
}

export function read(of: Expression, text: string, at: SpecPath, integration: Integration): Expression | undefined {
  const parsed = parsePath(text);
  if (parsed.problem !== undefined) {
    integration.report.add('FR2010', { found: `'${text}'`, fix: parsed.problem.what }, at, parsed.problem);
    return undefined;
  }
  const result = readPath(of, parsed.segments, integration.environment.shapes);
  if (result.ok === undefined) integration.report.problems(result.problems, at);
  return result.ok;
}

function withArguments(
  op: Exclude<Op, string | { map: unknown } | { get: unknown } | { each: unknown } | PartOp>,
  type: Type,
  at: SpecPath,
  scope: Scope,
  integration: Integration,
): Operation | undefined {
  const { report, environment } = integration;
  if ('typed' in op) return { op: 'typed', to: op.typed };
  if ('date' in op) return dateOperation(op.date, [...at, 'date'], integration);
  if ('lookup' in op) {
    if (environment.tables.has(op.lookup)) return { op: 'lookup', table: op.lookup };
    report.add(
      'FR2001',
      { what: 'table', name: op.lookup, suggestion: nearest(op.lookup, environment.tables.keys()) },
      [...at, 'lookup'],
    );
    return undefined;
  }
  if ('split' in op) return { op: 'split', by: op.split };
  if ('replace' in op) return { op: 'replace', find: op.replace.find, with: op.replace.with };
  if ('slice' in op)
    return { op: 'slice', from: op.slice[0] ?? 0, ...(op.slice[1] !== undefined && { to: op.slice[1] }) };
  if ('round' in op) return { op: 'round', digits: op.round };
  if ('multiply' in op) return { op: 'multiply', by: op.multiply };
  if ('add' in op) return { op: 'add', by: op.add };
  if ('at' in op) return { op: 'at', index: op.at };
  if ('join' in op) return { op: 'join', with: op.join };
  if ('json' in op) return { op: 'json', does: op.json };
  if ('base64' in op) return { op: 'base64', does: op.base64 };
  if ('removePrefix' in op) return { op: 'removePrefix', text: op.removePrefix };
  if ('removeSuffix' in op) return { op: 'removeSuffix', text: op.removeSuffix };
  if ('padStart' in op) return { op: 'padStart', length: op.padStart.length, with: op.padStart.with ?? ' ' };
  if ('hash' in op) return { op: 'hash', algorithm: op.hash };
  if ('queryParam' in op) return { op: 'queryParam', name: op.queryParam };
  if ('filter' in op) return itemTest('filter', op.filter, type, [...at, 'filter'], scope, integration);
  if ('find' in op) return itemTest('find', op.find, type, [...at, 'find'], scope, integration);
  if ('until' in op) return itemTest('until', op.until, type, [...at, 'until'], scope, integration);
  return byItem(op, type, at, integration);
}

/** `filter` and `find`: a condition over `item`. A value that is no list is reported when the operation is applied. */
function itemTest(
  op: 'filter' | 'find' | 'until',
  text: string,
  type: Type,
  at: SpecPath,
  scope: Scope,
  integration: Integration,
): Operation | undefined {
  const item = itemOf(type, integration.environment.shapes, 'loop');
  if (!('found' in item)) return { op: 'first' };
  const checked = checkCondition(text, {
    scope: withName(scope, 'item', { expression: variable('item', item.found) }),
    environment: integration.environment,
  });
  if (checked.ok !== undefined) return { op, item: 'item', test: checked.ok };
  integration.report.problems(checked.problems, at);
  return undefined;
}

/** `sum` by a path into the item. */
function byItem(
  op: Extract<Op, { sum: unknown }>,
  type: Type,
  at: SpecPath,
  integration: Integration,
): Operation | undefined {
  const item = itemOf(type, integration.environment.shapes, 'loop');
  if (!('found' in item)) return { op: 'first' };
  const by = read(variable('item', item.found), op.sum, [...at, 'sum'], integration);
  return by && { op: 'sum', item: 'item', by };
}

/** From one form of a date to another, once both and the time zone are known to mean something. */
function dateOperation(date: DateOp['date'], at: SpecPath, { report }: Integration): Operation | undefined {
  const { from = 'iso', to, zone = 'UTC', otherwise } = typeof date === 'string' ? { to: date } : date;
  let known = true;
  for (const [key, form] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const problem = dateFormProblem(form);
    if (problem === undefined) continue;
    const example = 'iso, isoDate, epochSeconds, epochMillis, or a pattern such as yyyy-MM-dd HH:mm';
    report.add(
      'FR2020',
      { value: form, what: 'form of a date', ...problem, example },
      typeof date === 'string' ? at : [...at, key],
    );
    known = false;
  }
  if (!isTimeZone(zone)) {
    report.add(
      'FR2020',
      {
        value: zone,
        what: 'time zone',
        reason: 'the IANA has none of this name',
        example: 'an IANA time zone such as Europe/Berlin',
      },
      [...at, 'zone'],
    );
    known = false;
  }
  return known
    ? { op: 'date', from: dateForm(from), to: dateForm(to), zone, ...(otherwise !== undefined && { otherwise }) }
    : undefined;
}
