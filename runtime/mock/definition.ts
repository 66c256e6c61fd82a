import type { Auth } from '../http/system.ts';
import type { Method } from '../http/transport.ts';
import type { JsonPath } from './json-path.ts';

/** All mock systems of an integration, derived from its spec: plain data, so that it can be generated and read. */
export interface MockDefinition {
  readonly systems: readonly MockSystem[];
  /** What each collection holds at the start. */
  readonly seeds: Readonly<Record<string, readonly unknown[]>>;
  /** Further settings that a run against the mocks needs (variables, webhook secrets); handed on as they are. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface MockSystem {
  readonly id: string;
  /** The setting that replaces the system's base URL: `HUBSPOT_BASE_URL`. */
  readonly baseUrlSetting: string;
  /** Path part of the base URL, without a trailing slash; `''` where there is none. */
  readonly basePath: string;
  /** Requests without the right credentials are answered 401. */
  readonly auth: Auth;
  readonly endpoints: readonly MockEndpoint[];
}

/** Where a value of a request is: `created[gte]` of the query is `{ in: 'query', path: ['created[gte]'] }`. */
export interface RequestPlace {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly path: JsonPath;
}

/** An item fits when its field compares so with the value in the request; a request without the value does not restrict. */
export interface MockMatch {
  readonly field: JsonPath;
  readonly op: 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'contains';
  readonly value: RequestPlace;
}

/** What a request must hold beside method and path: tells GraphQL operations apart that share one path. */
export interface MockCondition {
  readonly value: RequestPlace;
  readonly equals: unknown;
}

export interface MockEndpoint {
  readonly id: string;
  readonly method: Method;
  /** In place of the system's base path. */
  readonly basePath?: string;
  /** Template below the base path: `/deals/{dealId}`, `/orders/{id}.json`; `{name...}` at the end is several segments. */
  readonly path: string;
  /** The text of the GraphQL operation that the endpoint is: it sees the variables as its body, and its answer goes into `data`. */
  readonly document?: string;
  /** How the answer is written; JSON where absent. `binary`: the answer is `{ base64, contentType }`. */
  readonly answers?: 'text' | 'xml' | 'binary';
  readonly when?: readonly MockCondition[];
  readonly status: number;
  /** Headers of the answer; with a content type other than JSON, a text body is sent as it is. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the API honours an idempotency key: a repeated value gets the first answer, and nothing is done again. */
  readonly idempotencyHeader?: string;
  readonly does: MockBehaviour;
}

export type MockBehaviour = RespondBehaviour | ListBehaviour | CreateBehaviour | ItemBehaviour;

/** Answers the same body always. */
export interface RespondBehaviour {
  readonly kind: 'respond';
  readonly body?: unknown;
}

/** Items of a collection that match, in their place in the envelope; `order` as stored or newest first. */
export interface ListBehaviour {
  readonly kind: 'list';
  readonly collection: string;
  /** The response around the items; the items replace what is at `items` (`[]`: the response is the array). */
  readonly envelope: unknown;
  readonly items: JsonPath;
  /** Where the number of matches goes, if anywhere. */
  readonly total?: JsonPath;
  readonly order: 'stored' | 'newestFirst';
  readonly match: readonly MockMatch[];
  readonly paginate?: MockPagination;
}

/** Stores the request body with a new id, and answers what was stored, laid over the example; `upsert` replaces the item that has the id already. */
export interface CreateBehaviour {
  readonly kind: 'create' | 'upsert';
  readonly collection: string;
  /** An id that the body brings along is kept; for `create`, one that is taken is answered 409, unless the method is PUT. */
  readonly id: MockId;
  /** What a stored item has beside what was sent. */
  readonly example: unknown;
  /** Where in the body the new item (or the list of new items) is; `[]`: the whole body. */
  readonly item: JsonPath;
  readonly envelope: unknown;
  /** Where the stored item goes in the answer; `[]`: it is the answer; absent: the envelope is answered as it is. */
  readonly at?: JsonPath;
}

/** The one item that matches, or 404; `update` merges the body into it (deep), `replace` replaces, `delete` removes. */
export interface ItemBehaviour {
  readonly kind: 'read' | 'update' | 'replace' | 'delete';
  readonly collection: string;
  readonly match: readonly MockMatch[];
  /** Where in the body the changes are (`update`, `replace`); the whole body where absent. */
  readonly item?: JsonPath;
  readonly envelope: unknown;
  /** Where the item goes in the answer; `[]`: it is the answer; absent: the envelope is answered as it is. */
  readonly at?: JsonPath;
}

export interface MockId {
  readonly field: JsonPath;
  /** `integer`: counts up from 1001; `string`: the prefix and such a number. */
  readonly type: 'integer' | 'string';
  readonly prefix: string;
}

export type MockPagination =
  | CursorPagination
  | PagePagination
  | OffsetPagination
  | NextUrlPagination
  | LinkPagination
  | KeysetPagination;

/** How the last page says that it is the last: what is at `at` is `value`, or is left out where there is no `value`. */
export interface LastPage {
  readonly at: JsonPath;
  readonly value?: unknown;
}

export interface CursorPagination {
  readonly kind: 'cursor';
  readonly request: RequestPlace;
  readonly size: PageSize;
  /** The cursor is the value of this field of the last item (unique in the collection); absent: an opaque position. */
  readonly field?: JsonPath;
  readonly next?: JsonPath;
  /** The response header that holds the next cursor, in place of `next`. */
  readonly header?: string;
  /** What is answered is a URL that has the cursor as this query parameter. */
  readonly urlParam?: string;
  readonly more?: JsonPath;
  /** A flag that only the last page has. */
  readonly done?: JsonPath;
  /** Default: `next` is left out, with the objects that only held it. */
  readonly last?: LastPage;
}

export interface PagePagination {
  readonly kind: 'page';
  readonly request: RequestPlace;
  /** The number of the first page: 0 or 1. */
  readonly first: number;
  readonly size: PageSize;
  readonly totalPages?: JsonPath;
  readonly more?: JsonPath;
  /** A flag that only the last page has. */
  readonly done?: JsonPath;
}

export interface OffsetPagination {
  readonly kind: 'offset';
  readonly request: RequestPlace;
  readonly size: PageSize;
  readonly total?: JsonPath;
  readonly more?: JsonPath;
  /** A flag that only the last page has. */
  readonly done?: JsonPath;
}

export interface NextUrlPagination {
  readonly kind: 'nextUrl';
  /** The query parameter that carries the position in the next URL; the mock's own where absent. */
  readonly parameter?: string;
  readonly size: PageSize;
  readonly next: JsonPath;
  readonly more?: JsonPath;
  /** A flag that only the last page has. */
  readonly done?: JsonPath;
  /** Default: `next` is left out, with the objects that only held it. */
  readonly last?: LastPage;
}

/** The next URL in a `Link` header (RFC 8288), `rel="next"`. */
export interface LinkPagination {
  readonly kind: 'link';
  /** As in `NextUrlPagination`. */
  readonly parameter?: string;
  readonly size: PageSize;
}

/** The items behind the keys of a request, in the order of the keys. */
export interface KeysetPagination {
  readonly kind: 'keyset';
  readonly keys: readonly { readonly request: RequestPlace; readonly field: JsonPath }[];
  /** Items with the very keys of the request come again. */
  readonly inclusive: boolean;
  readonly size: PageSize;
  readonly more?: JsonPath;
  /** A flag that only the last page has. */
  readonly done?: JsonPath;
}

/** How many items a page holds: what the request says, at most and by default `default`. */
export interface PageSize {
  readonly request?: RequestPlace;
  readonly default: number;
}
