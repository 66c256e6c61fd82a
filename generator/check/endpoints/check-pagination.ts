import type { SpecPath } from '../../diagnostics/place.ts';
import { parsePath, plainPath } from '../../expression/path.ts';
import { readPath } from '../../expression/read-path.ts';
import { variable } from '../../expression/scope.ts';
import type { ItemsPath, PageStrategy, PaginationPlan } from '../../ir/pagination.ts';
import { describeType } from '../../shape/describe.ts';
import { itemOf } from '../../shape/member.ts';
import { isFailed } from '../../shape/shape.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import type { Endpoint, Pagination } from '../../spec/types.ts';
import type { Integration } from '../integration-scope.ts';
import { checkCursor, isPosition } from './check-cursor.ts';
import { checkEnds } from './check-ends.ts';
import type { Parameters } from './check-parameters.ts';
import { checkWindow } from './check-window.ts';
import { checkPageParameters } from './check-page-parameters.ts';
import { checkKeyset } from './check-keyset.ts';
import { parameterOf, variableOf } from './parameter-of.ts';
import { readAnswer } from './read-answer.ts';
import { readFlags } from './read-flags.ts';

const DEFAULT_MAX_PAGES = 10_000;

/** Pagination with its paths resolved against the model of the answer; undefined where something is wrong (reported). */
export function checkPagination(
  pagination: Pagination,
  endpoint: Endpoint,
  sent: Pick<Parameters, 'query' | 'parameters'>,
  response: Type | undefined,
  at: SpecPath,
  integration: Integration,
): PaginationPlan | undefined {
  const { report, environment } = integration;
  if (response === undefined) {
    report.add('FR2015', { what: 'pagination', needs: 'a response model' }, at, { on: 'key' });
    return undefined;
  }
  const items = readAnswer(pagination.items, response, [...at, 'items'], integration);
  if (items === undefined) return undefined;
  if (isFailed(items.found.type.shape)) return undefined;
  const item = itemOf(items.found.type, environment.shapes, 'loop');
  if (!('found' in item) || expand(items.found.type.shape, environment.shapes).kind !== 'array') {
    report.add('FR2004', { expected: 'a list', found: describeType(items.found.type) }, [...at, 'items']);
    return undefined;
  }
  const unique = uniquePath(pagination.unique, item.found, [...at, 'unique'], integration);
  const strategy = checkStrategy(pagination, endpoint, sent, response, at, integration);
  if (strategy === undefined || (pagination.unique !== undefined && unique === undefined)) return undefined;
  const { size } = pagination;
  const plan: PaginationPlan = {
    items: items.path,
    itemType: item.found,
    maxPages: pagination.maxPages ?? DEFAULT_MAX_PAGES,
    ...(pagination.empty === 'stop' && { stopsWhenEmpty: true }),
    ...(size !== undefined && {
      size: { ...(size.param !== undefined && { param: variableOf(size.param, endpoint) }), value: size.value },
    }),
    ...(unique !== undefined && { unique }),
    ...strategy,
  };
  const ends = checkEnds(pagination, at, report);
  return checkPageParameters(plan, endpoint, at, report) && ends ? plan : undefined;
}

function checkStrategy(
  pagination: Pagination,
  endpoint: Endpoint,
  sent: Pick<Parameters, 'query' | 'parameters'>,
  response: Type,
  at: SpecPath,
  integration: Integration,
): PageStrategy | undefined {
  if ('cursor' in pagination) return checkCursor(pagination.cursor, endpoint, response, [...at, 'cursor'], integration);
  if ('page' in pagination) {
    const { page } = pagination;
    const places = readFlags(page, response, [...at, 'page'], integration);
    const ends = pagination.short === 'stop' ? { stopsWhenShort: true } : {};
    return (
      places && {
        kind: 'page',
        ...parameterOf(page, endpoint),
        first: page.first ?? 1,
        ...ends,
        ...places,
      }
    );
  }
  if ('offset' in pagination) {
    const { offset } = pagination;
    const places = readFlags(offset, response, [...at, 'offset'], integration);
    const ends = pagination.short === 'stop' ? { stopsWhenShort: true } : {};
    return places && { kind: 'offset', ...parameterOf(offset, endpoint), ...ends, ...places };
  }
  if ('window' in pagination) return checkWindow(pagination.window, sent, [...at, 'window'], integration);
  if ('keyset' in pagination) return checkKeyset(pagination, endpoint, response, at, integration);
  if ('nextUrl' in pagination) {
    const { nextUrl } = pagination;
    const from = readAnswer(nextUrl.from, response, [...at, 'nextUrl', 'from'], integration);
    const places = readFlags(nextUrl, response, [...at, 'nextUrl'], integration);
    return from && places && { kind: 'nextUrl', from: from.path, ...places };
  }
  return { kind: 'link' };
}

/** Where an item holds what identifies it. */
function uniquePath(
  text: string | undefined,
  item: Type,
  at: SpecPath,
  { report, environment }: Integration,
): ItemsPath | undefined {
  if (text === undefined) return undefined;
  const parsed = parsePath(text);
  const path = parsed.problem === undefined ? plainPath(parsed) : undefined;
  if (path === undefined) {
    report.add('FR2010', { found: `'${text}'`, fix: 'name one field of an item' }, at);
    return undefined;
  }
  const found = readPath(variable('item', item), parsed.segments, environment.shapes);
  if (found.ok === undefined) {
    report.problems(found.problems, at);
    return undefined;
  }
  if (isPosition(found.ok.type.shape, environment.shapes)) return path;
  report.add('FR2004', { expected: 'text or a number', found: describeType(found.ok.type) }, at);
  return undefined;
}
