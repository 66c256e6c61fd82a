import type { Type } from '../shape/type.ts';

/** Keys and indexes; -1 is the last item. */
export type ItemsPath = readonly (string | number)[];

/** How the pages of an endpoint are walked. */
export type PaginationPlan = PageWalk & PageStrategy;

export type PageStrategy =
  | CursorPlan
  | NumberedPlan
  | OffsetPlan
  | NextUrlPlan
  | KeysetPlan
  | WindowPlan
  | { readonly kind: 'link' };

/** What all strategies have. */
export interface PageWalk {
  readonly items: ItemsPath;
  readonly itemType: Type;
  readonly size?: { readonly param?: string; readonly value: number };
  readonly maxPages: number;
  /** A page without items is the end, whatever else the answer says. */
  readonly stopsWhenEmpty?: boolean;
  /** What identifies an item: one that the page before had is left out. */
  readonly unique?: ItemsPath;
}

/** What of the request carries the position: `name` is a path in the body where that does. */
export type PageParameterPlace = 'query' | 'body' | 'header' | 'path';

export interface CursorPlan {
  readonly kind: 'cursor';
  readonly param: string;
  readonly in: PageParameterPlace;
  /** Where the answer may hold the cursor; the first place that does counts. */
  readonly from: readonly CursorSource[];
  /** The type of the cursor: text, a number or either. */
  readonly type: Type;
  /** What is found is a URL, of which this query parameter is the cursor. */
  readonly urlParam?: string;
  readonly more?: ItemsPath;
  readonly last?: ItemsPath;
  /** Query parameters that are not sent beside a cursor. */
  readonly replaces?: readonly string[];
  readonly continues?: ContinuedPlan;
}

/** A place in the body, or a header (in lower case). */
export type CursorSource = { readonly path: ItemsPath } | { readonly header: string };

/** The endpoint that is asked for the pages after the first. */
export interface ContinuedPlan {
  readonly operation: string;
  /** Its inputs that the call of the first page gives, by their name there. */
  readonly inputs: readonly { readonly name: string; readonly from: string }[];
}

export interface NumberedPlan {
  readonly kind: 'page';
  readonly param: string;
  readonly in: PageParameterPlace;
  readonly first: number;
  readonly total?: ItemsPath;
  readonly more?: ItemsPath;
  readonly last?: ItemsPath;
  /** A page that is shorter than its size is the last. */
  readonly stopsWhenShort?: boolean;
}

export interface OffsetPlan {
  readonly kind: 'offset';
  readonly param: string;
  readonly in: PageParameterPlace;
  readonly total?: ItemsPath;
  readonly more?: ItemsPath;
  readonly last?: ItemsPath;
  readonly stopsWhenShort?: boolean;
}

export interface NextUrlPlan {
  readonly kind: 'nextUrl';
  readonly from: ItemsPath;
  readonly more?: ItemsPath;
  readonly last?: ItemsPath;
}

export interface WindowPlan {
  readonly kind: 'window';
  /** Query parameters that carry the ends of a piece; the call gives those of the span. */
  readonly from: string;
  readonly to: string;
  readonly sizeMs: number;
  readonly format: 'iso' | 'date' | 'epochSeconds' | 'epochMillis';
}

export interface KeysetPlan {
  readonly kind: 'keyset';
  readonly in: PageParameterPlace;
  /** Parameters, and where the answer holds the key that each carries. */
  readonly keys: readonly { readonly param: string; readonly path: ItemsPath; readonly type: Type }[];
  readonly more?: ItemsPath;
  readonly last?: ItemsPath;
  readonly stopsWhenShort?: boolean;
}

/** The parameters of the request that pagination fills. */
export function pageParameters(
  pagination: PaginationPlan | undefined,
): readonly { readonly in: PageParameterPlace; readonly name: string }[] {
  if (pagination === undefined) return [];
  switch (pagination.kind) {
    case 'cursor':
      return pagination.continues === undefined ? [{ in: pagination.in, name: pagination.param }] : [];
    case 'page':
    case 'offset':
      return [{ in: pagination.in, name: pagination.param }];
    case 'keyset':
      return pagination.keys.map(({ param }) => ({ in: pagination.in, name: param }));
    default:
      return [];
  }
}
