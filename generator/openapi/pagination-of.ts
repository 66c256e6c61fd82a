import type { Endpoint, Pagination } from '../spec/types.ts';
import type { Conversion } from './conversion.ts';
import { below, items, objectOf, type Node } from './document.ts';
import { objectParts } from './object-parts.ts';
import type { Operation } from './operation.ts';
import { namesOf } from './merge-endpoint.ts';
import { typesOf } from './schema-facts.ts';

/** The endpoint with the pagination that its parameters and its answer show, where they are of a usual kind. */
export function paginationOf(operation: Operation, endpoint: Endpoint, context: Conversion): Endpoint {
  const { answer, method } = operation;
  if (answer?.schema === undefined || endpoint.response === undefined || (endpoint.responseBody ?? 'json') !== 'json')
    return endpoint;
  if (method !== 'GET') return endpoint;
  const list = findList(answer.schema, context);
  if (list === undefined) return endpoint;
  const found = strategy(operation, answer.schema, list, context);
  if (found === undefined) return endpoint;
  const { pagination, param } = found;
  const kept = Object.entries(endpoint.query ?? {}).filter(([key]) => !namesOf(key).includes(param));
  if (kept.length > 0) return { ...endpoint, query: Object.fromEntries(kept), pagination };
  const { query: _sentByThePages, ...rest } = endpoint;
  return { ...rest, pagination };
}

/** Where the items are, and what one is. */
interface List {
  readonly path: string;
  readonly item: Node;
}

const LISTS = [
  'data',
  'items',
  'results',
  'values',
  'value',
  'records',
  'entries',
  'list',
  'rows',
  'elements',
  'objects',
];

function findList(schema: Node, context: Conversion): List | undefined {
  const node = context.document.follow(schema);
  if (typesOf(objectOf(node))[0] === 'array') return { path: '.', item: below(node, 'items') };
  const lists = [...(objectParts(node, context)?.properties ?? [])].flatMap(([name, property]) => {
    const target = context.document.follow(property);
    const item = context.document.follow(below(target, 'items'));
    const isList = typesOf(objectOf(target))[0] === 'array' && objectParts(item, context) !== undefined;
    return isList && /^[A-Za-z_]\w*$/.test(name) ? [{ path: name, item: below(target, 'items') }] : [];
  });
  return lists.length === 1 ? lists[0] : LISTS.flatMap((name) => lists.find(({ path }) => path === name) ?? [])[0];
}

const CURSORS =
  /^(?:cursor|after|next_?cursor|page_?token|next_?token|continuation_?token|continue|marker|next_?marker|start_?cursor|starting_after|page\[cursor\]|page\[after\])$/i;
/** Where answers have the next cursor; the first that is there counts. */
const NEXT_CURSORS = [
  'next_cursor',
  'nextCursor',
  'next_page_token',
  'nextPageToken',
  'next_token',
  'nextToken',
  'continuation_token',
  'continuationToken',
  'next_marker',
  'nextMarker',
  'NextToken',
  'NextMarker',
  'cursor',
  'response_metadata.next_cursor',
  'meta.next_cursor',
  'meta.nextCursor',
  'meta.next',
  'paging.next.after',
  'paging.cursors.after',
  'pagination.next_cursor',
  'pagination.nextCursor',
  'metadata.continue',
  'page_info.end_cursor',
  'pageInfo.endCursor',
  'next_page.offset',
  'next',
];
const NEXT_URLS = [
  'next_page_url',
  'nextPageUrl',
  'next_page_uri',
  'next_url',
  'nextUrl',
  'next_href',
  'nextLink',
  'next_link',
  '@odata.nextLink',
  'links.pages.next',
  'links.next',
  '_links.next.href',
  'paging.next',
  'pagination.next',
  'meta.next_page_url',
  'next',
];

function strategy(
  { parameters, answer }: Operation,
  schema: Node,
  list: List,
  context: Conversion,
): { readonly pagination: Pagination; readonly param: string } | undefined {
  const names = parameters.filter((one) => one.in === 'query' && !one.required).map(({ name }) => name);
  const at = (paths: readonly string[]): string | undefined => paths.find((path) => isText(schema, path, context));
  if (answer?.headers.includes('link') === true) return { pagination: { link: true, items: list.path }, param: 'page' };
  if (list.path === '.') return undefined;
  const more = ['has_more', 'hasMore', 'more'].find((name) => member(schema, name, context) !== undefined);
  if (names.includes('starting_after') && more !== undefined && isText(list.item, 'id', context)) {
    const from = `${list.path}[-1].id`;
    return {
      pagination: { cursor: { param: 'starting_after', from, more }, items: list.path },
      param: 'starting_after',
    };
  }
  const cursor = names.find((name) => CURSORS.test(name));
  const next = cursor === undefined ? undefined : at(NEXT_CURSORS);
  if (cursor !== undefined && next !== undefined)
    return { pagination: { cursor: { param: cursor, from: next }, items: list.path }, param: cursor };
  const url = at(NEXT_URLS);
  if (url !== undefined) return { pagination: { nextUrl: { from: quoted(url) }, items: list.path }, param: 'page' };
  const page = names.find((name) => /^(?:page|page_?number|page\[number\])$/i.test(name));
  if (page !== undefined) return { pagination: { page: { param: page }, items: list.path }, param: page };
  const offset = names.find((name) => /^(?:offset|skip|start_?at)$/i.test(name));
  return offset === undefined
    ? undefined
    : { pagination: { offset: { param: offset }, items: list.path }, param: offset };
}

/** `@odata.nextLink` is one member. */
function quoted(path: string): string {
  return path.startsWith('@') ? `["${path}"]` : path;
}

function isText(schema: Node, path: string, context: Conversion): boolean {
  const keys = path.startsWith('@') ? [path] : path.split('.');
  let node: Node | undefined = schema;
  for (const key of keys) node = node && member(node, key, context);
  const target = node && context.document.follow(node);
  if (target === undefined) return false;
  const alternatives = items(below(target, 'anyOf')).map((one) => objectOf(context.document.follow(one)));
  return [objectOf(target), ...alternatives].some((one) => typesOf(one)[0] === 'string');
}

function member(node: Node, key: string, context: Conversion): Node | undefined {
  return objectParts(context.document.follow(node), context)?.properties.get(key);
}
