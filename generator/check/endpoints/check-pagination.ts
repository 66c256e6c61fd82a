import type { SpecPath } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import { parsePath, plainPath } from '../../expression/path.ts';
import { readPath } from '../../expression/read-path.ts';
import { variable } from '../../expression/scope.ts';
import type { ItemsPath, PaginationPlan } from '../../ir/system.ts';
import { describeType } from '../../shape/describe.ts';
import { itemOf } from '../../shape/member.ts';
import { isFailed } from '../../shape/shape.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Pagination } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';

const DEFAULT_MAX_PAGES = 10_000;

/** Pagination with its paths resolved against the model of the answer; undefined where something is wrong (reported). */
export function checkPagination(
  pagination: Pagination,
  response: Type | undefined,
  at: SpecPath,
  integration: Integration,
): PaginationPlan | undefined {
  const { report, environment } = integration;
  if (response === undefined) {
    report.add('FR2015', { what: 'pagination', needs: 'a response model' }, at, { on: 'key' });
    return undefined;
  }
  const read = (text: string, where: SpecPath): { readonly path: ItemsPath; readonly found: Expression } | undefined =>
    readAnswer(text, response, where, integration);
  const items = read(pagination.items, [...at, 'items']);
  if (items === undefined) return undefined;
  if (isFailed(items.found.type.shape)) return undefined;
  const item = itemOf(items.found.type, environment.shapes, 'loop');
  if (!('found' in item) || expand(items.found.type.shape, environment.shapes).kind !== 'array') {
    report.add('FR2004', { expected: 'a list', found: describeType(items.found.type) }, [...at, 'items']);
    return undefined;
  }
  const size =
    pagination.size === undefined
      ? {}
      : {
          size: {
            ...(pagination.size.param !== undefined && { param: pagination.size.param }),
            value: pagination.size.value,
          },
        };
  const base = { items: items.path, itemType: item.found, maxPages: pagination.maxPages ?? DEFAULT_MAX_PAGES, ...size };
  const optionally = <Name extends string>(
    name: Name,
    text: string | undefined,
    where: SpecPath,
  ): { readonly [key in Name]?: ItemsPath } | undefined => {
    if (text === undefined) return {};
    const found = read(text, where);
    if (found === undefined) return undefined;
    const result: { [key in Name]?: ItemsPath } = {};
    result[name] = found.path;
    return result;
  };
  if ('cursor' in pagination) {
    const { cursor } = pagination;
    const from = read(cursor.from, [...at, 'cursor', 'from']);
    const more = optionally('more', cursor.more, [...at, 'cursor', 'more']);
    return (
      from &&
      more && { ...base, kind: 'cursor', param: cursor.param, in: cursor.in ?? 'query', from: from.path, ...more }
    );
  }
  if ('page' in pagination) {
    const { page } = pagination;
    const total = optionally('total', page.total, [...at, 'page', 'total']);
    const more = optionally('more', page.more, [...at, 'page', 'more']);
    return total && more && { ...base, kind: 'page', param: page.param, first: page.first ?? 1, ...total, ...more };
  }
  if ('offset' in pagination) {
    const total = optionally('total', pagination.offset.total, [...at, 'offset', 'total']);
    return total && { ...base, kind: 'offset', param: pagination.offset.param, ...total };
  }
  if ('nextUrl' in pagination) {
    const from = read(pagination.nextUrl.from, [...at, 'nextUrl', 'from']);
    return from && { ...base, kind: 'nextUrl', from: from.path };
  }
  return { ...base, kind: 'link' };
}

/** Reads a path without `[]` in the answer. */
function readAnswer(
  text: string,
  response: Type,
  at: SpecPath,
  { report, environment }: Integration,
): { readonly path: ItemsPath; readonly found: Expression } | undefined {
  const parsed = parsePath(text);
  const path = parsed.problem === undefined ? plainPath(parsed) : undefined;
  if (path === undefined) {
    report.add('FR2010', { found: `'${text}'`, fix: parsed.problem?.what ?? 'name one place: a path without []' }, at);
    return undefined;
  }
  const found = readPath(variable('body', response), parsed.segments, environment.shapes);
  if (found.ok === undefined) report.problems(found.problems, at);
  return found.ok && { path, found: found.ok };
}
