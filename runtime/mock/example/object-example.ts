import { isRecord } from '../json-path.ts';
import type { ExampleContext, MakeExample } from './context.ts';
import { numberAt, schemasAt, type Schema } from './schema.ts';

/** Below this many objects only required fields are made, since schemas of large APIs hold half of the API. */
const fullDepth = 5;

/** An object with all its fields; `undefined` where a required one cannot be made. */
export function objectExample(schema: Schema, context: ExampleContext, make: MakeExample): unknown {
  const required = schemasAt(schema, 'required').map(String);
  const known = isRecord(schema['properties']) ? Object.keys(schema['properties']) : [];
  const optional = context.depth < fullDepth ? known.filter((name) => !required.includes(name)) : [];
  const room = Math.max(0, (numberAt(schema, 'maxProperties') ?? Number.POSITIVE_INFINITY) - required.length);
  const chosen = new Set([...required, ...optional.slice(0, room)]);
  // In the order of the schema; required fields that it does not describe come last.
  const names = [...known.filter((name) => chosen.has(name)), ...required.filter((name) => !known.includes(name))];
  const fields = new Map<string, unknown>();
  const inner = { ...context, depth: context.depth + 1 };
  for (const name of new Set(names)) {
    const value = make(schemaOf(schema, name), { ...inner, hint: name });
    if (value !== undefined) fields.set(name, value);
    else if (required.includes(name)) return undefined;
  }
  for (let count = 1; fields.size < (numberAt(schema, 'minProperties') ?? 0); count += 1) {
    const name = `key${count}`;
    const value = make(schemaOf(schema, name), { ...inner, hint: name });
    if (value === undefined || count > 100) return undefined;
    fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

/** All that a schema says about a field of this name. */
function schemaOf(schema: Schema, name: string): unknown {
  const { properties, patternProperties, additionalProperties = true } = schema;
  const own = isRecord(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [];
  const byPattern = Object.entries(isRecord(patternProperties) ? patternProperties : {}).flatMap(([pattern, one]) =>
    new RegExp(pattern, 'u').test(name) ? [one] : [],
  );
  const [only, ...more] = [...own, ...byPattern];
  if (only === undefined) return additionalProperties;
  return more.length === 0 ? only : { allOf: [only, ...more] };
}
