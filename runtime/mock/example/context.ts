/** Finds the schema that a `$ref` names. Throws where there is none. */
export type SchemaResolver = (ref: string) => unknown;

/** Where in a schema an example is being made. */
export interface ExampleContext {
  readonly resolve: SchemaResolver;
  /** 0 for the first example; others differ where the schema lets them. */
  readonly variant: number;
  /** The name of the field, for plain text. */
  readonly hint: string;
  /** The references on the way here: one that comes again is cut off. */
  readonly refs: readonly string[];
  /** How many objects this is in. */
  readonly depth: number;
}

/** Makes an example; `undefined` where none can be made (recursion, `false`). */
export type MakeExample = (schema: unknown, context: ExampleContext) => unknown;
