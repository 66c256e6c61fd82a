/** A piece of JSONata as the compiler sees it: of the parser's tree what is compiled, and what is refused with its reason. */
export type Node = Part & {
  /** Where it stands in the text; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** `[…]` behind it: positions and conditions. */
  readonly filters: readonly Node[];
  /** `[]` behind it: one value is a list of one. */
  readonly keepsList: boolean;
};

type Part =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** A field of what is looked at. */
  | { readonly kind: 'field'; readonly name: string }
  /** `$name`; `$` is named `''`, `$$` is `'$'`. */
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'path'; readonly steps: readonly Node[] }
  | { readonly kind: 'binary'; readonly op: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'negative'; readonly of: Node }
  | { readonly kind: 'list'; readonly items: readonly Node[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: Node, value: Node])[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'function'; readonly params: readonly string[]; readonly body: Node }
  | { readonly kind: 'condition'; readonly test: Node; readonly then: Node; readonly else: Node | undefined }
  | { readonly kind: 'block'; readonly of: readonly Node[] }
  | { readonly kind: 'bind'; readonly name: string; readonly value: Node }
  | { readonly kind: 'sort'; readonly terms: readonly { readonly by: Node; readonly descending: boolean }[] }
  | { readonly kind: 'refused'; readonly what: string; readonly reason: string; readonly fix: string };
