import { EVERY_OTHER } from '../shape/field-names.ts';
import type { Fields, Shape } from '../spec/types.ts';
import type { Conversion } from './conversion.ts';
import { below, items, members, objectOf, referenceOf, type Node } from './document.ts';
import { hasChecks, typesOf } from './schema-facts.ts';

/** The members of an object, gathered from all parts that say of it. */
export interface ObjectParts {
  readonly properties: ReadonlyMap<string, Node>;
  readonly required: ReadonlySet<string>;
  /** What every other member is. */
  readonly rest: Node | undefined;
  /** The places of the parts that have names of their own. */
  readonly named: readonly string[];
}

/** How deep `allOf` is followed: a chain longer than this refers to itself. */
const MAX_DEPTH = 20;

/** An object by its members, those of the parts of `allOf` among them; undefined where it is no plain object. */
export function objectParts(node: Node, context: Conversion): ObjectParts | undefined {
  const parts = gather(node, context, 0);
  return parts === undefined || (parts.properties.size === 0 && parts.rest === undefined) ? undefined : parts;
}

function gather(node: Node, context: Conversion, depth: number): ObjectParts | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const schema = objectOf(node);
  const types = typesOf(schema);
  const plain = types.length === 0 || (types.length === 1 && types[0] === 'object');
  if (!plain || hasChecks(schema) || schema['enum'] !== undefined || schema['const'] !== undefined) return undefined;
  if (schema['anyOf'] !== undefined || schema['oneOf'] !== undefined) return undefined;
  const properties = new Map<string, Node>();
  const required = new Set<string>();
  let rest: Node | undefined;
  const named: string[] = [];
  for (const part of items(below(node, 'allOf'))) {
    const target = context.document.follow(part);
    const inner = target.value === undefined ? undefined : gather(target, context, depth + 1);
    if (inner === undefined) return undefined;
    for (const [name, property] of inner.properties) properties.set(name, property);
    for (const name of inner.required) required.add(name);
    rest ??= inner.rest;
    named.push(...inner.named);
    if (referenceOf(part.value) !== undefined) named.push(`${target.file}#/${target.path.join('/')}`);
  }
  for (const [name, property] of members(below(node, 'properties'))) properties.set(name, property);
  for (const name of items(below(node, 'required'))) if (typeof name.value === 'string') required.add(name.value);
  const other = below(node, 'additionalProperties');
  if (typeof other.value === 'object' && other.value !== null) rest = other;
  if (other.value === true && (properties.size > 0 || depth > 0)) rest = other;
  return { properties, required, rest, named };
}

/** As `fields`; undefined where a name cannot be a key there. */
export function fieldsOf(parts: ObjectParts, shape: (part: Node) => Shape): Fields | undefined {
  const fields: Record<string, Shape> = {};
  const names = new Set([...parts.properties.keys(), ...parts.required]);
  for (const name of names) {
    if (!/^[^,?\s*][^,]*$/.test(name) || /[?\s]$/.test(name) || name === '__proto__') return undefined;
    const property = parts.properties.get(name);
    fields[parts.required.has(name) ? name : `${name}?`] = property === undefined ? 'any' : shape(property);
  }
  if (parts.rest !== undefined) fields[EVERY_OTHER] = shape(parts.rest);
  return fields;
}
