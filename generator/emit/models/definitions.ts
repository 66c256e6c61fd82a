import { isJsonSchema, isSchemaObject, type JsonSchema } from '../../shape/json-schema.ts';

/** The places within a schema that its own references lead to, by JSON pointer, in the order of the first reference. */
export function definitionsOf(schema: JsonSchema): ReadonlyMap<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  const visit = (value: unknown): void => {
    for (const ref of localRefs(value)) {
      const target = found.has(ref) ? undefined : resolvePointer(schema, ref);
      if (target === undefined) continue;
      found.set(ref, target);
      visit(target);
    }
  };
  visit(withoutDefinitions(schema));
  return found;
}

/** Definitions count only where something refers to them. */
function withoutDefinitions(schema: JsonSchema): unknown {
  if (!isSchemaObject(schema)) return schema;
  const { $defs: _, definitions: __, ...rest } = schema;
  return rest;
}

const NO_SCHEMA = new Set(['const', 'enum', 'default', 'examples', 'example']);

function localRefs(value: unknown, isMap = false): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => localRefs(item));
  if (!isSchemaObject(value)) return [];
  return Object.entries(value).flatMap(([keyword, inner]) => {
    if (!isMap && keyword === '$ref' && typeof inner === 'string') return inner.startsWith('#/') ? [inner] : [];
    if (!isMap && NO_SCHEMA.has(keyword)) return [];
    return localRefs(inner, !isMap && MAPS.has(keyword));
  });
}

const MAPS = new Set(['properties', 'patternProperties', 'dependentSchemas', 'dependencies', '$defs', 'definitions']);

function resolvePointer(schema: JsonSchema, ref: string): JsonSchema | undefined {
  let at: unknown = schema;
  for (const segment of ref.slice(2).split('/')) {
    const key = unescapeSegment(segment);
    at = (isSchemaObject(at) || Array.isArray(at)) && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
  }
  return isJsonSchema(at) ? at : undefined;
}

function unescapeSegment(segment: string): string {
  const text = /%[0-9a-f]{2}/i.test(segment) ? decoded(segment) : segment;
  return text.replaceAll('~1', '/').replaceAll('~0', '~');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
