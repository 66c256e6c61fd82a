import type { SchemaObject } from './json-schema.ts';

interface Seen {
  readonly types: Set<string>;
  readonly fields: Map<string, { seen: Seen; count: number }>;
  objects: number;
  item: Seen | undefined;
}

/**
 * Infers a JSON Schema from example values: a field that some example lacks is optional, one that is null in some
 * is nullable, numbers that are whole in all are integers, unless one is too large to be told from its neighbours: validators
 * take no such integer. Fields are in the order in which they were first seen.
 */
export function inferSchema(examples: readonly unknown[]): SchemaObject {
  const seen = nothingSeen();
  for (const example of examples) look(example, seen);
  return schemaOf(seen);
}

function nothingSeen(): Seen {
  return { types: new Set(), fields: new Map(), objects: 0, item: undefined };
}

function look(value: unknown, seen: Seen): void {
  if (Array.isArray(value)) {
    seen.types.add('array');
    seen.item ??= nothingSeen();
    for (const item of value) look(item, seen.item);
  } else if (typeof value === 'object' && value !== null) {
    seen.types.add('object');
    seen.objects += 1;
    for (const [name, field] of Object.entries(value)) {
      const known = seen.fields.get(name) ?? { seen: nothingSeen(), count: 0 };
      known.count += 1;
      look(field, known.seen);
      seen.fields.set(name, known);
    }
  } else if (typeof value === 'number') {
    seen.types.add(Number.isSafeInteger(value) ? 'integer' : 'number');
  } else {
    seen.types.add(value === null ? 'null' : typeof value);
  }
}

function schemaOf(seen: Seen): SchemaObject {
  const types = [...seen.types].filter((type) => type !== 'integer' || !seen.types.has('number')).toSorted();
  if (types.length === 0) return {};
  return {
    type: types.length === 1 ? types[0] : types,
    ...(seen.types.has('object') && {
      properties: Object.fromEntries([...seen.fields].map(([name, field]) => [name, schemaOf(field.seen)])),
      required: [...seen.fields].filter(([, field]) => field.count === seen.objects).map(([name]) => name),
    }),
    ...(seen.types.has('array') && { items: seen.item === undefined ? {} : schemaOf(seen.item) }),
  };
}
