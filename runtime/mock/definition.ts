import type { Auth } from '../http/system.ts';
import type { Method } from '../http/transport.ts';

/** All mock systems of an integration, derived from its spec: plain data, so that it can be generated and read. */
export interface MockDefinition {
  readonly systems: readonly MockSystem[];
  /** What each collection holds at the start. */
  readonly seeds: Readonly<Record<string, readonly unknown[]>>;
}

export interface MockSystem {
  readonly id: string;
  /** Path part of the base URL, without a trailing slash; `''` where there is none. */
  readonly basePath: string;
  /** Requests without the right credentials are answered 401. */
  readonly auth: Auth;
  readonly endpoints: readonly MockEndpoint[];
}

/** Where a value of a request is: `query.created[gte]` is `{ in: 'query', path: ['created[gte]'] }`. */
export interface RequestPlace {
  readonly in: 'path' | 'query' | 'header' | 'body';
  readonly path: readonly (string | number)[];
}

/** An item fits when its field compares so with the value in the request; a request without the value does not restrict. */
export interface MockMatch {
  readonly field: readonly (string | number)[];
  readonly op: 'eq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'contains';
  readonly value: RequestPlace;
}

export interface MockEndpoint {
  readonly id: string;
  readonly method: Method;
  /** Template below the base path: `/deals/{dealId}`. */
  readonly path: string;
  readonly status: number;
  readonly does: MockBehaviour;
}

export type MockBehaviour =
  /** Answers the same body always. */
  | { readonly kind: 'respond'; readonly body?: unknown }
  /** Items of a collection that match, in their place in the envelope; `order` as stored or newest first. */
  | {
      readonly kind: 'list';
      readonly collection: string;
      /** The response around the items; the items replace what is at `items` (`[]`: the response is the array). */
      readonly envelope: unknown;
      readonly items: readonly (string | number)[];
      /** Where the number of matches goes, if anywhere. */
      readonly total?: readonly (string | number)[];
      readonly order: 'stored' | 'newestFirst';
      readonly match: readonly MockMatch[];
      readonly paginate?: MockPagination;
    }
  /** Stores the request body with a new id, and answers what was stored, laid over the example. */
  | {
      readonly kind: 'create';
      readonly collection: string;
      readonly id: MockId;
      /** What a stored item has beside what was sent. */
      readonly example: unknown;
      /** Where in the body the new item (or the list of new items) is; `[]`: the whole body. */
      readonly item: readonly (string | number)[];
      /** Where the stored item goes in the answer; `[]`: it is the answer. */
      readonly envelope: unknown;
      readonly at: readonly (string | number)[];
    }
  /** The one item that matches, or 404; `update` merges the body into it (deep), `replace` replaces, `delete` removes. */
  | {
      readonly kind: 'read' | 'update' | 'replace' | 'delete';
      readonly collection: string;
      readonly match: readonly MockMatch[];
      readonly envelope: unknown;
      readonly at: readonly (string | number)[];
    };

export interface MockId {
  readonly field: readonly (string | number)[];
  /** `integer`: counts up from 1001; `string`: the prefix and a counter. */
  readonly type: 'integer' | 'string';
  readonly prefix: string;
}

export type MockPagination =
  | { readonly kind: 'cursor'; readonly request: RequestPlace; readonly size: PageSize; /** Cursor is the value of this field of the last item (`field`), or an opaque position. */ readonly field?: readonly (string | number)[]; readonly next?: readonly (string | number)[]; readonly more?: readonly (string | number)[] }
  | { readonly kind: 'page'; readonly request: RequestPlace; readonly first: number; readonly size: PageSize; readonly totalPages?: readonly (string | number)[]; readonly more?: readonly (string | number)[] }
  | { readonly kind: 'offset'; readonly request: RequestPlace; readonly size: PageSize; readonly total?: readonly (string | number)[] }
  | { readonly kind: 'nextUrl'; readonly size: PageSize; readonly next: readonly (string | number)[] }
  | { readonly kind: 'link'; readonly size: PageSize };

/** How many items a page holds: what the request says, at most and by default `default`. */
export interface PageSize {
  readonly request?: RequestPlace;
  readonly default: number;
}
