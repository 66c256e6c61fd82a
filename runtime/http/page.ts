/** Where the next page is: what the strategy of the endpoint needs to ask for it. Plain data, since it is journalled. */
export type NextPage = Position & {
  /** What identifies the items of the page before, where the next one may hold some of them again. */
  readonly seen?: readonly (string | number)[];
};

export type Position =
  | { readonly cursor: string | number }
  | { readonly page: number }
  | { readonly offset: number }
  | { readonly url: string }
  | { readonly from: string | number }
  | { readonly keys: Readonly<Record<string, string | number>> };

/** One page of a paginated endpoint; `next` is absent on the last one. */
export interface Page<T> {
  readonly body: T;
  readonly next?: NextPage | undefined;
}
