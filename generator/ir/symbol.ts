import type { Place } from '../diagnostics/place.ts';

/** A top-level name of the output and the file that declares it (relative to the output folder: `src/models/order.ts`). */
export interface SymbolRef {
  readonly name: string;
  readonly file: string;
}

/** What everything in the plan carries: its id in the spec, the symbol it becomes, and where the spec says it. */
export interface Planned {
  readonly id: string;
  readonly symbol: SymbolRef;
  readonly place: Place;
  /** Why, in the author's words: becomes the doc comment. */
  readonly doc?: string;
}
