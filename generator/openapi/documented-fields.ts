import { below, items, members, objectOf, type Node, type OpenApiDocument } from './document.ts';

/** The members that a schema knows, in any of its alternatives; `open`: it takes others, too. */
export interface DocumentedFields {
  readonly fields: ReadonlyMap<string, Node>;
  readonly open: boolean;
}

/** How deep parts and alternatives are followed: a chain longer than this refers to itself. */
const MAX_DEPTH = 20;

/** The members of an object; of a list, those of its items. A schema that names no members takes any. */
export function documentedFields(schema: Node, document: OpenApiDocument): DocumentedFields {
  const fields = new Map<string, Node>();
  let open = false;
  const gather = (declared: Node, depth: number): void => {
    const node = document.follow(declared);
    const { additionalProperties, patternProperties } = objectOf(node);
    if (depth > MAX_DEPTH || node.value === undefined || node.value === true) {
      open = true;
      return;
    }
    if (additionalProperties === true || isObject(additionalProperties) || patternProperties !== undefined) open = true;
    for (const [name, property] of members(below(node, 'properties')))
      if (!fields.has(name)) fields.set(name, property);
    const list = below(node, 'items');
    if (list.value !== undefined) gather(list, depth + 1);
    for (const keyword of ['allOf', 'anyOf', 'oneOf'])
      for (const part of items(below(node, keyword))) gather(part, depth + 1);
  };
  gather(schema, 0);
  return { fields, open: open || fields.size === 0 };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
