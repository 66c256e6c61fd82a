import type { PageParameterPlace, PaginationPlan, WindowPlan } from '../../ir/pagination.ts';
import type { OperationPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import type { BodyField } from './body-value.ts';
import type { ClientScope } from './client-scope.ts';
import type { QueryValue } from './fields.ts';
import { asksForSize, nextPage } from './next-page.ts';

/** What paging puts into a request. */
export interface PageRequest {
  /** Parameters of the page by their place; they hold over what the caller gives. */
  readonly query: readonly PageField[];
  readonly headers: readonly PageField[];
  readonly path: readonly PageField[];
  readonly body: readonly BodyField[];
  readonly url?: s.ExpressionNode;
  /** Query parameters that only a request without a cursor has, and the test for that. */
  readonly replaced?: { readonly names: readonly string[]; readonly isFirst: s.ExpressionNode };
}

/** How one operation asks for a page, and where it finds the next one. */
export interface PageCode extends PageRequest {
  /** Before the request: `const page = pageOf(next);` */
  readonly before: readonly s.StatementNode[];
  /** Needs the response's headers. */
  readonly readsHeaders: boolean;
  readonly next: s.ExpressionNode;
}

export interface PageField {
  readonly name: string;
  readonly value: s.ExpressionNode;
}

/** What the operation would send in a place without paging. */
export type GivenValue = (place: PageParameterPlace, name: string) => QueryValue | undefined;

export function pageCode(
  operation: OperationPlan,
  pagination: PaginationPlan,
  given: GivenValue,
  scope: ClientScope,
): PageCode {
  const { names, imports } = scope;
  const next = s.identifier(names.next);
  const inBody = 'in' in pagination && pagination.in === 'body';
  const sizes = sizeCode(pagination, inBody, given, scope);
  const common = {
    before: sizes.before,
    query: inBody ? [] : sizes.fields,
    headers: [],
    path: [],
    body: inBody ? sizes.fields.map(({ name, value }) => bodyField(name, value, 'default')) : [],
    readsHeaders:
      pagination.kind === 'link' ||
      (pagination.kind === 'cursor' && pagination.from.some((source) => 'header' in source)),
    next: nextPage(operation, pagination, scope),
  };
  const placed = (parameter: Parameter): PageCode => ({ ...common, ...placeOf(parameter, common) });
  switch (pagination.kind) {
    case 'cursor': {
      // Another endpoint takes the cursor.
      if (pagination.continues !== undefined) return common;
      const cursor = s.call(imports.useRuntime('cursorOf'), [next]);
      const first = given(pagination.in, pagination.param);
      const value = first === undefined ? cursor : s.binary(cursor, '??', first.node);
      const isFirst = s.binary(next, '===', s.undefinedValue());
      const replaced = pagination.replaces && { replaced: { names: pagination.replaces, isFirst } };
      return { ...placed({ ...pagination, value: inBody ? cursor : value, isCursor: true }), ...replaced };
    }
    case 'page':
    case 'offset': {
      const isPage = pagination.kind === 'page';
      const local = isPage ? names.page : names.offset;
      const usual = isPage ? pagination.first : 0;
      const start = given(pagination.in, pagination.param);
      const first = start === undefined ? s.literal(usual) : orElse(start, usual);
      const isDefault = start === undefined && usual === (isPage ? 1 : 0);
      const number = s.call(imports.useRuntime(isPage ? 'pageOf' : 'offsetOf'), isDefault ? [next] : [next, first]);
      const code = placed({ ...pagination, value: s.identifier(local), isCursor: false });
      return { ...code, before: [...common.before, s.constant(local, number)] };
    }
    case 'window':
      return { ...common, ...windowCode(pagination, given, scope, common.query) };
    case 'keyset': {
      const keys = pagination.keys.map(({ param }) => {
        const key = s.call(imports.useRuntime('keyOf'), [next, s.literal(param)]);
        const first = given(pagination.in, param);
        return { name: param, value: first === undefined ? key : s.binary(key, '??', first.node) };
      });
      return { ...common, ...placeAll(pagination.in, keys, true, common) };
    }
    case 'nextUrl':
    case 'link':
      return { ...common, url: s.call(imports.useRuntime('urlOf'), [next]) };
  }
}

/** `const window = windowOf(next, { from: input.from, … });`, and its ends in the query. */
function windowCode(
  { from, to, sizeMs, format }: WindowPlan,
  given: GivenValue,
  { names, imports }: ClientScope,
  query: readonly PageField[],
): Pick<PageCode, 'before' | 'query'> {
  const window = s.identifier(names.window);
  const end = (name: string): s.ExpressionNode => given('query', name)?.node ?? s.undefinedValue();
  const span = s.object([
    s.entry('from', end(from)),
    s.entry('to', end(to)),
    s.entry('sizeMs', s.literal(sizeMs)),
    s.entry('format', s.literal(format)),
  ]);
  return {
    before: [s.constant(window.text, s.call(imports.useRuntime('windowOf'), [s.identifier(names.next), span]))],
    query: [...query, { name: from, value: s.property(window, 'from') }, { name: to, value: s.property(window, 'to') }],
  };
}

/** A request that carries a position that is there. */
export function withPosition(parameter: Omit<Parameter, 'isCursor'>): PageRequest {
  const none: PageRequest = { query: [], headers: [], path: [], body: [] };
  return { ...none, ...placeOf({ ...parameter, isCursor: false }, none) };
}

interface Parameter {
  readonly in: PageParameterPlace;
  readonly param: string;
  readonly value: s.ExpressionNode;
  readonly isCursor: boolean;
}

/** The position in its place in the request. */
function placeOf({ in: place, param, value, isCursor }: Parameter, code: PageRequest): Partial<PageRequest> {
  return placeAll(place, [{ name: param, value }], isCursor, code);
}

function placeAll(
  place: PageParameterPlace,
  fields: readonly PageField[],
  isCursor: boolean,
  { query, headers, path, body }: PageRequest,
): Partial<PageRequest> {
  switch (place) {
    case 'query':
      return { query: [...query, ...fields] };
    case 'header':
      return { headers: [...headers, ...fields.map(({ name, value }) => ({ name, value: asText(value, isCursor) }))] };
    case 'path':
      return { path: [...path, ...fields] };
    case 'body':
      return {
        body: [...body, ...fields.map(({ name, value }) => bodyField(name, value, isCursor ? 'later' : 'always'))],
      };
  }
}

/** `variables.after` is a field of a field. */
function bodyField(path: string, value: s.ExpressionNode, holds: BodyField['holds']): BodyField {
  return { path: path.split('.'), value, holds };
}

/** Headers are text; a cursor may be missing. */
function asText(value: s.ExpressionNode, isCursor: boolean): s.ExpressionNode {
  return s.method(value, 'toString', [], { optional: isCursor });
}

interface SizeCode {
  readonly before: readonly s.StatementNode[];
  readonly fields: readonly PageField[];
}

/** The size of a page, unless the operation has a parameter for it; a constant of its own where the end depends on it. */
function sizeCode(pagination: PaginationPlan, inBody: boolean, given: GivenValue, scope: ClientScope): SizeCode {
  const { size } = pagination;
  if (size?.param === undefined) return { before: [], fields: [] };
  const own = given(inBody ? 'body' : 'query', size.param);
  const value = own === undefined ? s.literal(size.value) : orElse(own, size.value);
  if (!asksForSize(pagination)) return { before: [], fields: [{ name: size.param, value }] };
  const local = s.identifier(scope.names.size);
  return { before: [s.constant(local.text, value)], fields: [{ name: size.param, value: local }] };
}

function orElse({ node, isMaybe }: QueryValue, usual: number): s.ExpressionNode {
  return isMaybe ? s.binary(node, '??', s.literal(usual)) : node;
}
