import type { JsonSchema } from '../../shape/json-schema.ts';
import type { Place } from '../../diagnostics/place.ts';

/** A model, its schema self-contained: references are `#/$defs/Name` within it, or `flowright:model/Name`. */
export interface ModelDefinition {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly place: Place;
  readonly doc?: string;
}
