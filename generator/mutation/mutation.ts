import type { Data } from '../data/data.ts';
import type { SpecPath } from '../diagnostics/place.ts';
import type { MutationKind } from './kinds.ts';

/** One part of a spec that could be forgotten, and the spec as it would be then. */
export interface Mutation {
  readonly kind: MutationKind;
  /** Where it stands in the spec. */
  readonly path: SpecPath;
  /** `row 'amount' of orderToDeal` */
  readonly description: string;
  /** The spec without it; the given one stays as it is. */
  apply(spec: Data): Data;
  /** Where a part of the spec without it stands in the spec as it is. */
  origin(path: SpecPath): SpecPath;
}
