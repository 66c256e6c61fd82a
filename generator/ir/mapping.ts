import type { Expression } from '../expression/expression.ts';
import type { Type } from '../shape/type.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Planned } from './symbol.ts';

/** One pure function: sources in, target out. */
export interface MappingPlan extends Planned {
  readonly params: readonly { readonly name: string; readonly type: Type }[];
  readonly returns: Type;
  /** The variable that holds the target while it is built. */
  readonly target: string;
  readonly build: BuildObject;
}

/** How a value of the target comes about. */
export type Build = { readonly kind: 'value'; readonly value: Expression } | BuildObject | BuildList;

export interface BuildObject {
  readonly kind: 'object';
  readonly type: Type;
  /** A local name for it, where one is needed. */
  readonly name: string;
  readonly fields: readonly BuildField[];
  /** `project: true` on an open object has no meaning; fields are always listed. */
}

export interface BuildField {
  readonly name: string;
  readonly build: Build;
  /**
   * `always`: the value is there; `ifPresent`: the field is set only where the value is neither undefined nor null;
   * `ifDefined`: only where it is not undefined (null is kept); `ifAny`: an object that is set only where at least one of its fields is.
   */
  readonly set: 'always' | 'ifPresent' | 'ifDefined' | 'ifAny';
  /** Only where this holds. */
  readonly when?: Expression;
  readonly note?: string;
  readonly place: Place;
}

/** A list built item by item; where `of` may be absent the list is empty, or the field left out by `set`. */
export interface BuildList {
  readonly kind: 'list';
  readonly type: Type;
  readonly name: string;
  readonly of: Expression;
  readonly item: string;
  readonly build: Build;
}
