import type { Shape } from '../spec/types.ts';
import { FORMATS } from '../shape/formats.ts';
import { cleanSchema } from './clean-schema.ts';
import type { Conversion } from './conversion.ts';
import { below, items, objectOf, referenceOf, type Node } from './document.ts';
import { fieldsOf, objectParts, type ObjectParts } from './object-parts.ts';
import { hasChecks, isNullable, typesOf, valuesOf } from './schema-facts.ts';
import { choiceText, listText, orNull, unionText } from './type-text.ts';

/** A schema of a document as a type of the spec language, in short form where that says all of it. */
export function shapeOf(node: Node, context: Conversion): Shape {
  const { value } = node;
  if (value === true || value === undefined) return 'any';
  const schema = objectOf(node);
  if (referenceOf(schema) !== undefined) {
    // A reference that leads nowhere has been noted; anything fits it.
    if (context.document.follow(node).value === undefined) return 'any';
    return isNullable(schema) ? orNull(context.model(node)) : context.model(node);
  }
  return shortShape(node, context) ?? cleanShape(node, context);
}

function cleanShape(node: Node, context: Conversion): Shape {
  const schema = cleanSchema(node, context);
  return Object.keys(schema).length === 0 ? 'any' : schema;
}

/** Undefined where the short forms do not say all that the schema does. */
function shortShape(node: Node, context: Conversion): Shape | undefined {
  const schema = objectOf(node);
  const nullable = isNullable(schema);
  const alternatives = schema['oneOf'] ?? schema['anyOf'];
  const values = valuesOf(schema);
  const types = typesOf(schema);
  if (values !== undefined && alternatives === undefined && schema['allOf'] === undefined) {
    const text = choiceText(values);
    if (text !== undefined) return nullable ? orNull(text) : text;
    return { enum: [...new Set(nullable ? [...values, null] : values)] };
  }
  const only = onlyPart(node, context);
  if (only !== undefined) return only;
  const parts = objectParts(node, context);
  if (parts !== undefined) return fieldsShape(parts, nullable, context);
  if (Array.isArray(schema['allOf'])) return undefined;
  if (Array.isArray(alternatives)) return unionShape(node, context);
  if (hasChecks(schema)) return undefined;
  const texts = types.map((type) => typeText(type, node, context));
  if (texts.length === 1 && types[0] === 'array' && texts[0] === undefined && !nullable)
    return [shapeOf(below(node, 'items'), context)];
  if (texts.includes(undefined)) return undefined;
  const text =
    texts.length === 0
      ? nullable && schema['type'] === 'null'
        ? 'null'
        : 'any'
      : unionText(texts.flatMap((one) => one ?? []));
  return nullable ? orNull(text) : text;
}

/** `allOf` of one reference, which 3.0 needs to say something beside it. */
function onlyPart(node: Node, context: Conversion): Shape | undefined {
  const schema = objectOf(node);
  const parts = items(below(node, 'allOf'));
  const [part] = parts;
  if (part === undefined || parts.length > 1 || hasChecks(schema)) return undefined;
  if (
    ['properties', 'required', 'additionalProperties', 'oneOf', 'anyOf'].some(
      (keyword) => schema[keyword] !== undefined,
    )
  )
    return undefined;
  const shape = shapeOf(part, context);
  if (!isNullable(schema)) return shape;
  return typeof shape === 'string' ? orNull(shape) : undefined;
}

/** Undefined where it would have to be written out within itself: the schema refers to itself by its name then. */
function fieldsShape(parts: ObjectParts, nullable: boolean, context: Conversion): Shape | undefined {
  const { inside } = context;
  if (parts.named.some((place) => inside.has(place))) return undefined;
  for (const place of parts.named) inside.add(place);
  const fields = fieldsOf(parts, (part) => shapeOf(part, context));
  for (const place of parts.named) inside.delete(place);
  if (fields === undefined) return undefined;
  return nullable ? { fields, nullable: true } : { fields };
}

function unionShape(node: Node, context: Conversion): Shape | undefined {
  const schema = objectOf(node);
  const both = schema['oneOf'] !== undefined && schema['anyOf'] !== undefined;
  if (both || schema['properties'] !== undefined || schema['required'] !== undefined || hasChecks(schema))
    return undefined;
  const parts = items(below(node, schema['oneOf'] === undefined ? 'anyOf' : 'oneOf'));
  if (parts.length === 0) return 'any';
  if (parts.length === 1 && parts[0] !== undefined && !isNullable(schema)) return shapeOf(parts[0], context);
  const texts: string[] = [];
  for (const part of parts) {
    const shape = shapeOf(part, context);
    if (typeof shape !== 'string') return undefined;
    texts.push(...shape.split(' | '));
  }
  const text = texts.includes('any') ? 'any' : unionText(texts);
  return isNullable(schema) ? orNull(text) : text;
}

function typeText(type: string, node: Node, context: Conversion): string | undefined {
  const schema = objectOf(node);
  switch (type) {
    case 'string': {
      const { format } = schema;
      if (format === 'date-time') return 'datetime';
      if (format === 'date') return 'date';
      return typeof format === 'string' && FORMATS.has(format) ? undefined : 'string';
    }
    case 'number':
    case 'integer':
    case 'boolean':
      return type;
    case 'array': {
      const shape = shapeOf(below(node, 'items'), context);
      return typeof shape === 'string' ? listText(shape) : undefined;
    }
    case 'object':
      return schema['properties'] === undefined ? 'object' : undefined;
    default:
      return 'any';
  }
}
