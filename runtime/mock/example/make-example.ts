import { accepts } from './accepts.ts';
import type { ExampleContext } from './context.ts';
import { flatten, type Flat } from './flatten.ts';
import { listExample } from './list-example.ts';
import { mergeSchemas } from './merge-schemas.ts';
import { numberExample } from './number-example.ts';
import { objectExample } from './object-example.ts';
import { preferred } from './preferred.ts';
import { schemasAt, typeOf, type Schema } from './schema.ts';
import { textExample } from './text-example.ts';

/** Makes an example: what the schema offers, else of its first branch that works, else of its type. */
export function makeExample(schema: unknown, context: ExampleContext): unknown {
  const flat = flatten(schema, context);
  if (flat === undefined) return undefined;
  const inner = { ...context, refs: flat.refs };
  const offered = preferred(flat.schema, context.variant);
  if (offered !== undefined) return offered;
  for (const keyword of ['anyOf', 'oneOf'] as const) {
    if (keyword in flat.schema) return ofBranch(flat.schema, keyword, inner);
  }
  return ofType(flat.schema, inner);
}

/** The first branch that an example can be made of; with `oneOf`, that no other branch seems to accept. Null comes last. */
function ofBranch(schema: Schema, keyword: 'anyOf' | 'oneOf', context: ExampleContext): unknown {
  const { [keyword]: _, ...own } = schema;
  const branches = schemasAt(schema, keyword);
  const flats = branches.map((branch) => flatten(branch, context));
  const isNull = (flat: Flat | undefined): number => Number(flat?.schema['type'] === 'null');
  let first: unknown;
  // Branch by branch, and no further than needed: unions within unions would multiply.
  for (const flat of flats.toSorted((a, b) => isNull(a) - isNull(b))) {
    const value =
      flat === undefined ? undefined : makeExample(mergeSchemas(own, flat.schema), { ...context, refs: flat.refs });
    if (value === undefined) continue;
    const fitsOther =
      keyword === 'oneOf' &&
      flats.some((other) => other !== undefined && other !== flat && accepts(other.schema, value));
    if (!fitsOther) return value;
    first ??= value;
  }
  return first;
}

function ofType(schema: Schema, context: ExampleContext): unknown {
  const type = typeOf(schema);
  switch (type) {
    case 'object':
      return objectExample(schema, context, makeExample) ?? nullIfAllowed(schema);
    case 'array':
      return listExample(schema, context, makeExample) ?? nullIfAllowed(schema);
    case 'integer':
    case 'number':
      return numberExample(schema, type === 'integer', context.variant);
    case 'boolean':
      return context.variant % 2 === 0;
    case 'null':
      return null;
    default:
      return textExample(schema, context.hint, context.variant);
  }
}

function nullIfAllowed(schema: Schema): null | undefined {
  return 'type' in schema && accepts(schema, null) ? null : undefined;
}
