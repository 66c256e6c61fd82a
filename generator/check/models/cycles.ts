import { isSchemaObject, schemaList } from '../../shape/json-schema.ts';

const PARTS = ['allOf', 'anyOf', 'oneOf'] as const;
const CONDITIONS = ['not', 'if', 'then', 'else'] as const;

/**
 * The references of a schema that speak of the very same value, not of a field or an item of it. A schema that leads
 * back to itself by these alone says nothing: there is no end to following them.
 */
export function immediateReferences(schema: unknown): readonly string[] {
  if (!isSchemaObject(schema)) return [];
  const own = typeof schema['$ref'] === 'string' ? [schema['$ref']] : [];
  const within = [
    ...PARTS.flatMap((keyword) => schemaList(schema[keyword])),
    ...CONDITIONS.map((keyword) => schema[keyword]),
  ];
  return [...own, ...within.flatMap(immediateReferences)];
}

/** Ways that lead back to where they began, each once and from the first of its members on: `['A', 'B', 'A']`. */
export function cyclesIn(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    const start = trail.indexOf(name);
    if (start !== -1) cycles.push([...trail.slice(start), name]);
    if (start !== -1 || done.has(name)) return;
    for (const next of edges.get(name) ?? []) visit(next, [...trail, name]);
    done.add(name);
  };
  for (const name of edges.keys()) visit(name, []);
  return cycles;
}
