import { isRecord } from '../json-path.ts';
import type { ExampleContext } from './context.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { asSchema, schemasAt, type Schema } from './schema.ts';

/** A schema without `$ref` and `allOf`, and the references that were followed. */
export interface Flat {
  readonly schema: Schema;
  readonly refs: readonly string[];
}

/** Puts `$ref` and `allOf` into one schema; `undefined` where a reference comes again or a part is `false`. */
export function flatten(schema: unknown, context: Pick<ExampleContext, 'resolve' | 'refs'>): Flat | undefined {
  if (schema === false) return undefined;
  const { $ref: ref, allOf: _, ...own } = asSchema(schema);
  const parts = schemasAt(asSchema(schema), 'allOf');
  const several = parts.length > 1 || Object.keys(own).length > 0;
  let flat: Flat = { schema: {}, refs: context.refs };
  if (typeof ref === 'string') {
    if (context.refs.includes(ref)) return undefined;
    const target = flatten(context.resolve(ref), { ...context, refs: [...context.refs, ref] });
    if (target === undefined) return undefined;
    flat = target;
  }
  for (const part of parts) {
    const inner = flatten(part, context);
    if (inner === undefined) return undefined;
    const merged = mergeSchemas(flat.schema, several ? withoutPartialExamples(inner.schema) : inner.schema);
    flat = { schema: merged, refs: [...new Set([...flat.refs, ...inner.refs])] };
  }
  return { schema: mergeSchemas(flat.schema, own), refs: flat.refs };
}

/** An object that exemplifies one part of an `allOf` lacks the fields of the others. */
function withoutPartialExamples(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema).filter(([keyword, value]) => {
      if (keyword === 'examples') return !Array.isArray(value) || !value.some(isRecord);
      return !((keyword === 'example' || keyword === 'default') && isRecord(value));
    }),
  );
}
