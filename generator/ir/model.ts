import type { Planned } from './symbol.ts';

/** A JSON Schema that has been normalised: references resolved to `#/$defs/…` within it or to `{ "model": Name }`. */
export type JsonSchemaNode = boolean | { readonly [keyword: string]: unknown };

export interface ModelPlan extends Planned {
  /**
   * Self-contained schema: `$ref` is either local (`#/$defs/Name`) or `flowright:model/Name` for another model of the integration.
   */
  readonly schema: JsonSchemaNode;
  /** Where values of this model come in from outside, so that a parser is emitted: `payload` (PayloadError) or `response` (invalid_response). */
  readonly parsers: { readonly payload?: string; readonly response?: string };
}
