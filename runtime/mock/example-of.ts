import type { SchemaResolver } from './example/context.ts';
import { makeExample } from './example/make-example.ts';
import { resolvePointer } from './example/resolve-pointer.ts';

export type { SchemaResolver } from './example/context.ts';

export interface ExampleOptions {
  /** Finds what a `$ref` names. Default: JSON pointers within the schema itself. */
  readonly resolve?: SchemaResolver;
  /** Which of several examples, from 0: for seeds that are not all alike. */
  readonly variant?: number;
}

/**
 * A value that a JSON Schema (2020-12) describes, always the same one: what the schema offers (`const`, `enum`,
 * `example`, `examples`, `default`), else made of its keywords. Optional fields are made too; recursion ends in what is
 * left out, empty or null. `null` where no value can be made. Not followed: `not`, `if`, `dependentSchemas`,
 * `propertyNames`; patterns only roughly. Throws where a reference points at nothing.
 */
export function exampleOf(schema: unknown, options: ExampleOptions = {}): unknown {
  const resolve = options.resolve ?? ((ref: string) => resolvePointer(schema, ref));
  const made = makeExample(schema, { resolve, variant: options.variant ?? 0, hint: '', refs: [], depth: 0 });
  return structuredClone(made ?? null);
}
