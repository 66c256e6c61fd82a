import type { CursorPlan, CursorSource, ItemsPath, PaginationPlan } from '../../ir/pagination.ts';
import type { OperationPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import type { ClientScope } from './client-scope.ts';
import { responsePath } from './response-path.ts';

/** Where the response says that the next page is: `nextCursor(body.paging?.next?.after)`. */
export function nextPage(operation: OperationPlan, pagination: PaginationPlan, scope: ClientScope): s.ExpressionNode {
  const next = nextOf(operation, pagination, scope);
  if (pagination.stopsWhenEmpty !== true || endsWhenEmpty(pagination)) return next;
  return s.conditional(s.binary(itemCount(operation, pagination, scope), '>', s.literal(0)), next, s.undefinedValue());
}

/** Numbers end at an empty page by themselves, unless the answer says that there is more. */
function endsWhenEmpty(pagination: PaginationPlan): boolean {
  return (
    pagination.kind === 'offset' ||
    pagination.kind === 'keyset' ||
    (pagination.kind === 'page' && pagination.total === undefined && pagination.more === undefined)
  );
}

function nextOf(operation: OperationPlan, pagination: PaginationPlan, scope: ClientScope): s.ExpressionNode {
  const { imports, names } = scope;
  const at = (path: ItemsPath): s.ExpressionNode => inBody(operation, path, scope);
  const hasMore = moreOf(operation, pagination, scope);
  const flag = hasMore === undefined ? [] : [hasMore];
  switch (pagination.kind) {
    case 'cursor':
      return s.call(imports.useRuntime('nextCursor'), [cursorValue(operation, pagination, scope), ...flag]);
    case 'page': {
      const fields = [
        s.entry('page', s.identifier(names.page)),
        s.entry('items', itemCount(operation, pagination, scope)),
        ...sizeEntry('size', pagination, scope),
      ];
      if (pagination.total !== undefined) fields.push(s.entry('totalPages', at(pagination.total)));
      if (hasMore !== undefined) fields.push(s.entry('hasMore', hasMore));
      return s.call(imports.useRuntime('nextPageNumber'), [s.object(fields)]);
    }
    case 'offset': {
      const fields = [
        s.entry('offset', s.identifier(names.offset)),
        s.entry('items', itemCount(operation, pagination, scope)),
        ...sizeEntry('limit', pagination, scope),
      ];
      if (pagination.total !== undefined) fields.push(s.entry('total', at(pagination.total)));
      if (hasMore !== undefined) fields.push(s.entry('hasMore', hasMore));
      return s.call(imports.useRuntime('nextOffset'), [s.object(fields)]);
    }
    case 'window':
      return s.property(s.identifier(names.window), 'next');
    case 'keyset': {
      const keys = pagination.keys.map(({ param, path }) => s.entry(param, at(path)));
      const page = [s.entry('items', itemCount(operation, pagination, scope)), ...sizeEntry('size', pagination, scope)];
      if (hasMore !== undefined) page.push(s.entry('hasMore', hasMore));
      return s.call(imports.useRuntime('nextKeys'), [s.object(keys), s.object(page)]);
    }
    case 'nextUrl':
      return s.call(imports.useRuntime('nextUrl'), [at(pagination.from), ...flag]);
    case 'link':
      return s.call(imports.useRuntime('nextLink'), [s.property(s.identifier(names.headers), 'link')]);
  }
}

/** Whether there is more, where the answer says so: `body.has_more`, `!body.done`, `body.isLast === true ? false : undefined`. */
function moreOf(
  operation: OperationPlan,
  pagination: PaginationPlan,
  scope: ClientScope,
): s.ExpressionNode | undefined {
  if ('more' in pagination && pagination.more !== undefined) return inBody(operation, pagination.more, scope);
  if (!('last' in pagination) || pagination.last === undefined || operation.response === undefined) return undefined;
  const { names, plan, imports } = scope;
  const { node, type } = responsePath(
    s.identifier(names.body),
    operation.response,
    pagination.last,
    plan.shapes,
    imports,
  );
  if (type?.shape.kind === 'boolean' && !s.isChain(node) && !type.optional && !type.nullable) return s.not(node);
  // A flag that is missing says nothing.
  return s.conditional(s.binary(node, '===', s.literal(true)), s.literal(false), s.undefinedValue());
}

/** `body.next`, `firstCursor(body.last_id, body.data.at(-1)?.id)`, `cursorInUrl(body.links.next, 'page[cursor]')` */
function cursorValue(operation: OperationPlan, { from, urlParam }: CursorPlan, scope: ClientScope): s.ExpressionNode {
  const { imports, names } = scope;
  const values = from.map((source: CursorSource) => {
    const value =
      'header' in source
        ? s.property(s.identifier(names.headers), source.header)
        : inBody(operation, source.path, scope);
    return urlParam === undefined ? value : s.call(imports.useRuntime('cursorInUrl'), [value, s.literal(urlParam)]);
  });
  const [only] = values;
  return only !== undefined && values.length === 1 ? only : s.call(imports.useRuntime('firstCursor'), values);
}

function inBody({ response }: OperationPlan, path: ItemsPath, { names, plan, imports }: ClientScope): s.ExpressionNode {
  const body = s.identifier(names.body);
  if (response === undefined) throw new TypeError('A paginated operation without a response');
  return responsePath(body, response, path, plan.shapes, imports).node;
}

/** How many items came: `body.data.length`. */
function itemCount(
  operation: OperationPlan,
  { items }: PaginationPlan,
  { names, plan, imports }: ClientScope,
): s.ExpressionNode {
  if (operation.response === undefined) throw new TypeError('A paginated operation without a response');
  const { node, type } = responsePath(s.identifier(names.body), operation.response, items, plan.shapes, imports);
  const isMissing = type?.optional === true || type?.nullable === true;
  const length = s.property(node, 'length', { optional: isMissing });
  return isMissing || s.isChain(length) ? s.binary(length, '??', s.literal(0)) : length;
}

/**
 * A page that is shorter than its size is the last one, which is certain only where the size is the system's own, or
 * where the spec says so: one that was asked for may have been capped, and the rest would be lost.
 */
function sizeEntry(name: string, pagination: PaginationPlan, { names }: ClientScope): s.ObjectEntryNode[] {
  const { size } = pagination;
  if (size === undefined) return [];
  if (size.param === undefined) return [s.entry(name, s.literal(size.value))];
  return asksForSize(pagination) ? [s.entry(name, s.identifier(names.size))] : [];
}

/** Whether the size that was asked for decides on the end. */
export function asksForSize(pagination: PaginationPlan): boolean {
  return 'stopsWhenShort' in pagination && pagination.stopsWhenShort && pagination.size?.param !== undefined;
}
