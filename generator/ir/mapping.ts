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
  /** Functions for parts of the target that hold parts like themselves. */
  readonly helpers?: readonly BuildHelper[];
}

/** How a value of the target comes about. */
export type Build =
  | { readonly kind: 'value'; readonly value: Expression }
  | BuildObject
  | BuildList
  | BuildFrom
  | { readonly kind: 'helper'; readonly helper: string; readonly of: Expression; readonly type: Type };

/** A function of its own: what it takes, and what it makes of that. */
export interface BuildHelper {
  readonly name: string;
  readonly param: { readonly name: string; readonly type: Type };
  readonly returns: Type;
  readonly build: Build;
}

/** What `build` makes of `of`, which it reads as a value that is there; null where `of` is missing, unless `set` leaves the field out. */
export interface BuildFrom {
  readonly kind: 'from';
  readonly type: Type;
  readonly of: Expression;
  readonly build: BuildObject | BuildList | Extract<Build, { kind: 'helper' }>;
}

export interface BuildObject {
  readonly kind: 'object';
  readonly type: Type;
  /** A local name for it, where one is needed. */
  readonly name: string;
  readonly fields: readonly BuildField[];
  /** Members that no field names. */
  readonly others?: BuildOthers;
}

/** The members of an object but for those with these names, as they are, or each set as `each` says, which reads it as `each.item`. */
export interface BuildOthers {
  readonly of: Expression;
  readonly except: readonly string[];
  readonly each?: { readonly item: string } & Pick<BuildField, 'build' | 'set'>;
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

/** A list built item by item; where `of` may be absent the list is empty, or the field left out by `set`. Where items may be null, so may those of the list. */
export interface BuildList {
  readonly kind: 'list';
  readonly type: Type;
  readonly name: string;
  readonly of: Expression;
  readonly item: string;
  readonly build: Build;
}
