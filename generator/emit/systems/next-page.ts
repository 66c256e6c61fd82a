import type { ItemsPath, OperationPlan, PaginationPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import type { ClientScope } from './client-scope.ts';
import { responsePath } from './response-path.ts';

/** Where the response says that the next page is: `nextCursor(body.paging?.next?.after)`. */
export function nextPage(operation: OperationPlan, pagination: PaginationPlan, scope: ClientScope): s.ExpressionNode {
  const { imports, names } = scope;
  const at = (path: ItemsPath): s.ExpressionNode => inBody(operation, path, scope);
  switch (pagination.kind) {
    case 'cursor':
      return s.call(imports.useRuntime('nextCursor'), [
        at(pagination.from),
        ...(pagination.more === undefined ? [] : [at(pagination.more)]),
      ]);
    case 'page': {
      const fields = [
        s.entry('page', s.identifier(names.page)),
        s.entry('items', itemCount(operation, pagination, scope)),
        ...sizeEntry('size', pagination),
      ];
      if (pagination.total !== undefined) fields.push(s.entry('totalPages', at(pagination.total)));
      if (pagination.more !== undefined) fields.push(s.entry('hasMore', at(pagination.more)));
      return s.call(imports.useRuntime('nextPageNumber'), [s.object(fields)]);
    }
    case 'offset': {
      const fields = [
        s.entry('offset', s.identifier(names.offset)),
        s.entry('items', itemCount(operation, pagination, scope)),
        ...sizeEntry('limit', pagination),
      ];
      if (pagination.total !== undefined) fields.push(s.entry('total', at(pagination.total)));
      return s.call(imports.useRuntime('nextOffset'), [s.object(fields)]);
    }
    case 'nextUrl':
      return s.call(imports.useRuntime('nextUrl'), [at(pagination.from)]);
    case 'link':
      return s.call(imports.useRuntime('nextLink'), [s.property(s.identifier(names.headers), 'link')]);
  }
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
 * A page that is shorter than its size is the last one, which is certain only where the size is the system's own: one
 * that was asked for may have been capped, and the rest would be lost.
 */
function sizeEntry(name: string, { size }: PaginationPlan): s.ObjectEntryNode[] {
  return size === undefined || size.param !== undefined ? [] : [s.entry(name, s.literal(size.value))];
}
