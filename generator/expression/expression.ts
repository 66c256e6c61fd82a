import type { Type } from '../shape/type.ts';

/**
 * A typed, pure expression in the language's own terms: what a path, a template, a pipe or an `expr:` means. Where a
 * value may be missing is in the types, so that the emitter writes `?.` and `??` there and nowhere else.
 */
export type Expression =
  | { readonly kind: 'name'; readonly name: string; readonly type: Type }
  | { readonly kind: 'field'; readonly of: Expression; readonly field: string; readonly type: Type }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: number; readonly type: Type }
  | { readonly kind: 'literal'; readonly value: LiteralValue; readonly type: Type }
  | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[]; readonly type: Type }
  | { readonly kind: 'not'; readonly of: Expression; readonly type: Type }
  | {
      readonly kind: 'binary';
      readonly op: BinaryOp;
      readonly left: Expression;
      readonly right: Expression;
      readonly type: Type;
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly then: Expression;
      readonly else: Expression;
      readonly type: Type;
    }
  /** Neither undefined nor null. */
  | { readonly kind: 'present'; readonly of: Expression; readonly type: Type }
  /** The first of these that is present (`??`); the last one may be absent itself. */
  | { readonly kind: 'coalesce'; readonly of: readonly Expression[]; readonly type: Type }
  /** A standard operation on a value; where the value is absent or null the result is absent. */
  | { readonly kind: 'apply'; readonly op: Operation; readonly of: Expression; readonly type: Type }
  /** Each item of a list through `value`, in which `item` names the item; `when` keeps only some items. Lists of lists are flattened where `flat`. */
  | {
      readonly kind: 'each';
      readonly of: Expression;
      readonly item: string;
      readonly value: Expression;
      readonly when?: Expression;
      readonly flat: boolean;
      readonly type: Type;
    }
  /** Another mapping (or a gap) of the integration, by its id. */
  | { readonly kind: 'mapped'; readonly mapping: string; readonly args: readonly Expression[]; readonly type: Type }
  | { readonly kind: 'gap'; readonly gap: string; readonly input: Expression; readonly type: Type }
  | { readonly kind: 'object'; readonly fields: readonly ObjectField[]; readonly type: Type }
  /** `spread`: the positions of items that are lists themselves, whose items stand in their place. */
  | {
      readonly kind: 'array';
      readonly items: readonly Expression[];
      readonly spread?: readonly number[];
      readonly type: Type;
    };

/** `optional`: the field is left out where its value is absent. */
export interface ObjectField {
  readonly name: string;
  readonly value: Expression;
  readonly optional: boolean;
  /** A null stays; else it counts as absent where the field is optional. */
  readonly keepsNull?: true;
}

export type LiteralValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly LiteralValue[]
  | { readonly [name: string]: LiteralValue };

export type BinaryOp = '+' | '-' | '*' | '/' | '%' | '===' | '!==' | '<' | '<=' | '>' | '>=' | '&&' | '||';

/** A date as text or number: how it reads. */
export type DateForm =
  | { readonly kind: 'iso' | 'isoDate' | 'epochSeconds' | 'epochMillis' }
  | { readonly kind: 'pattern'; readonly pattern: string };

/** A kind of JSON value, by the names of JSON Schema. */
export type ValueKind = 'string' | 'number' | 'boolean' | 'object' | 'array';

/** How texts are compared: as the numbers that they write, of any size where they are whole. */
export type OrderAs = 'number' | 'text' | 'wholeNumber';

/** The standard operations, as in a row's `pipe` and as functions in expressions. `item` names the item in the expression beside it. */
export type Operation =
  | { readonly op: 'number' | 'integer' | 'string' | 'boolean' }
  | { readonly op: 'typed'; readonly to: 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' }
  /** Whether the value is of this kind. */
  | { readonly op: 'is'; readonly kind: ValueKind }
  | {
      readonly op: 'date';
      readonly from: DateForm;
      readonly to: DateForm;
      readonly zone: string;
      /** What becomes of a value that is no such date; without it the run fails. */
      readonly otherwise?: 'keep' | 'omit';
    }
  /** `total`: the table knows every value that is looked up, so that it always finds one. */
  | { readonly op: 'lookup'; readonly table: string; readonly total?: true }
  | { readonly op: 'trim' | 'upper' | 'lower' | 'urlEncode' | 'keys' | 'values' }
  | { readonly op: 'removePrefix' | 'removeSuffix'; readonly text: string }
  | { readonly op: 'padStart' | 'padEnd'; readonly length: number; readonly with: string }
  | { readonly op: 'split'; readonly by: string }
  | { readonly op: 'replace'; readonly find: string; readonly with: string }
  | { readonly op: 'slice'; readonly from: number; readonly to?: number }
  | { readonly op: 'includes' | 'startsWith' | 'endsWith'; readonly value: Expression }
  | { readonly op: 'round'; readonly digits: number }
  | { readonly op: 'multiply' | 'add'; readonly by: number }
  | { readonly op: 'first' | 'last' | 'count' | 'flatten' | 'compact' | 'entries' }
  /** A list of the value alone. */
  | { readonly op: 'list' }
  /** The value, unless it is an empty text, list or object. */
  | { readonly op: 'nonEmpty' }
  /** The object as one that may have any members, which TypeScript takes no interface for. */
  | { readonly op: 'open' }
  | { readonly op: 'at'; readonly index: number }
  /** `until`: the items before the first for which it holds. */
  | { readonly op: 'filter' | 'find' | 'some' | 'every' | 'until'; readonly item: string; readonly test: Expression }
  /** `by` is the value of an item that is summed, compared or told apart; the item itself where absent. */
  | { readonly op: 'sum'; readonly item: string; readonly by?: Expression }
  | { readonly op: 'min' | 'max'; readonly item: string; readonly by?: Expression; readonly as?: OrderAs }
  /** The item whose value is the smallest, or the largest. */
  | { readonly op: 'minBy' | 'maxBy'; readonly item: string; readonly by: Expression; readonly as?: OrderAs }
  /** `last`: of equal ones the last, in the place of the first. */
  | { readonly op: 'unique'; readonly item: string; readonly by?: Expression; readonly keep?: 'first' | 'last' }
  /** Lists of items by a value of theirs, as `{ key, items }`; items by a value of theirs, as members of an object. */
  | { readonly op: 'group' | 'keyed'; readonly item: string; readonly by: Expression }
  /** The object of which `entries` would make this list. */
  | { readonly op: 'fromEntries' }
  | { readonly op: 'chunk'; readonly size: number }
  /** The first so many items, or all but those; the numbers from the value to another; an object with the members of another. */
  | { readonly op: 'take' | 'drop' | 'range' | 'merge'; readonly value: Expression }
  /** The member of an object that may have any, by its name; the value as the one member of an object. */
  | { readonly op: 'member' | 'asMember'; readonly name: Expression }
  /** Lists of cells as objects; `value` is the list of the columns' names. */
  | { readonly op: 'records'; readonly value: Expression; readonly case: 'lower' | 'upper' | 'keep' }
  | {
      readonly op: 'sort';
      readonly item: string;
      readonly by?: Expression;
      readonly order: 'ascending' | 'descending';
      readonly as?: OrderAs;
    }
  | { readonly op: 'join'; readonly with: string }
  | { readonly op: 'json'; readonly does: 'parse' | 'stringify' }
  | { readonly op: 'base64'; readonly does: 'encode' | 'decode' }
  | { readonly op: 'hash'; readonly algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512' }
  | { readonly op: 'queryParam'; readonly name: string }
  /** A function of JSONata, exactly as its interpreter has it; `takesMissing`: it is called also where its subject is missing. */
  | {
      readonly op: 'jsonata';
      readonly fn: JsonataFunction;
      readonly args: readonly Expression[];
      readonly takesMissing: boolean;
    };

export type JsonataFunction =
  | 'abs'
  | 'ceil'
  | 'floor'
  | 'power'
  | 'round'
  | 'sqrt'
  | 'divide'
  | 'remainder'
  | 'calculate'
  | 'compare'
  | 'average'
  | 'max'
  | 'min'
  | 'sum'
  | 'defined'
  | 'join'
  | 'reverse'
  | 'contains'
  | 'length'
  | 'pad'
  | 'replace'
  | 'split'
  | 'substring'
  | 'substringAfter'
  | 'substringBefore'
  | 'trim'
  | 'boolean'
  | 'differs'
  | 'equal'
  | 'isDefined'
  | 'isIn'
  | 'not'
  | 'truthy'
  | 'number'
  | 'string'
  | 'text';
