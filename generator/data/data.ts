/** Plain data, as JSON has it. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data };
