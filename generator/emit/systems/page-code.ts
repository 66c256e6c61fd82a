import type { OperationPlan, PaginationPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import type { ClientScope } from './client-scope.ts';
import type { QueryValue } from './fields.ts';
import { nextPage } from './next-page.ts';

/** How one operation asks for a page, and where it finds the next one. */
export interface PageCode {
  /** Before the request: `const page = pageOf(next);` */
  readonly before: readonly s.StatementNode[];
  /** Query parameters of the page; they hold over what the caller gives. */
  readonly query: readonly PageField[];
  /** Fields of the body that the caller's body goes over, and those that go over the caller's. */
  readonly body?: {
    readonly defaults: readonly PageField[];
    readonly path: readonly string[];
    readonly value: s.ExpressionNode;
  };
  readonly url?: s.ExpressionNode;
  /** Needs the response's headers. */
  readonly readsHeaders: boolean;
  readonly next: s.ExpressionNode;
}

export interface PageField {
  readonly name: string;
  readonly value: s.ExpressionNode;
}

/** `given` is what the operation would send for a query parameter without paging. */
export function pageCode(
  operation: OperationPlan,
  pagination: PaginationPlan,
  given: (param: string) => QueryValue | undefined,
  scope: ClientScope,
): PageCode {
  const { names, imports } = scope;
  const next = s.identifier(names.next);
  const size = sizeFields(pagination, given);
  const common = {
    before: [],
    query: size,
    readsHeaders: pagination.kind === 'link',
    next: nextPage(operation, pagination, scope),
  };
  switch (pagination.kind) {
    case 'cursor': {
      const cursor = s.call(imports.useRuntime('cursorOf'), [next]);
      if (pagination.in === 'body') {
        return { ...common, query: [], body: { defaults: size, path: pagination.param.split('.'), value: cursor } };
      }
      const first = given(pagination.param);
      const value = first === undefined ? cursor : s.binary(cursor, '??', first.node);
      return { ...common, query: [...size, { name: pagination.param, value }] };
    }
    case 'page':
    case 'offset': {
      const isPage = pagination.kind === 'page';
      const local = isPage ? names.page : names.offset;
      const usual = isPage ? pagination.first : 0;
      const start = given(pagination.param);
      const first = start === undefined ? s.literal(usual) : orElse(start, usual);
      const isDefault = start === undefined && usual === (isPage ? 1 : 0);
      const number = s.call(imports.useRuntime(isPage ? 'pageOf' : 'offsetOf'), isDefault ? [next] : [next, first]);
      return {
        ...common,
        before: [s.constant(local, number)],
        query: [...size, { name: pagination.param, value: s.identifier(local) }],
      };
    }
    case 'nextUrl':
    case 'link':
      return { ...common, url: s.call(imports.useRuntime('urlOf'), [next]) };
  }
}

/** The size of a page, unless the operation has a parameter for it. */
function sizeFields({ size }: PaginationPlan, given: (param: string) => QueryValue | undefined): PageField[] {
  if (size?.param === undefined) return [];
  const own = given(size.param);
  return [{ name: size.param, value: own === undefined ? s.literal(size.value) : orElse(own, size.value) }];
}

function orElse({ node, isMaybe }: QueryValue, usual: number): s.ExpressionNode {
  return isMaybe ? s.binary(node, '??', s.literal(usual)) : node;
}
