import type { ExampleContext, MakeExample } from './context.ts';
import { numberAt, schemasAt, type Schema } from './schema.ts';

/** A list of one item, or of as many as the schema asks for; `undefined` where it asks for what cannot be made. */
export function listExample(schema: Schema, context: ExampleContext, make: MakeExample): unknown {
  const leading = schemasAt(schema, 'prefixItems');
  const least = numberAt(schema, 'minItems') ?? 0;
  const most = numberAt(schema, 'maxItems') ?? Number.POSITIVE_INFINITY;
  const { contains, items: rest = true } = schema;
  const wantsRest = 'items' in schema || contains !== undefined;
  const wanted = Math.min(
    Math.max(least, leading.length + (wantsRest ? Math.max(1, numberAt(schema, 'minContains') ?? 1) : 0)),
    most,
  );
  const items: unknown[] = [];
  for (let index = 0; index < wanted; index += 1) {
    const other = contains === undefined ? rest : { allOf: [rest, contains] };
    const item = make(leading[index] ?? other, { ...context, variant: context.variant + index });
    if (item === undefined) break;
    items.push(item);
  }
  return items.length < least ? undefined : items;
}
