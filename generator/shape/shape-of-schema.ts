import {
  FAILED_SCHEMA,
  isJsonSchema,
  isSchemaObject,
  MODEL_REF,
  schemaList,
  schemaMap,
  type JsonSchema,
  type SchemaObject,
} from './json-schema.ts';
import { mergeShapes } from './merge-shapes.ts';
import { FAILED_SHAPE, type Field, type Shape, type ShapeName } from './shape.ts';
import { unionOf } from './union.ts';

/** Where a schema stands: the model whose local references it uses, and how a reference is followed where a name is not enough. */
export interface SchemaContext {
  /** Local references (`#/$defs/Item`) become `Order#/$defs/Item`. */
  readonly model: string;
  readonly resolve: (name: ShapeName) => { readonly schema: JsonSchema; readonly model: string } | undefined;
}

/** How deep references within `allOf` are followed: a chain longer than this refers to itself. */
const MAX_DEPTH = 20;

/** The shape that a normalised schema describes. */
export function shapeOfSchema(schema: JsonSchema, context: SchemaContext, depth = 0): Shape {
  if (schema === true) return { kind: 'any' };
  if (schema === false) return { kind: 'never' };
  if (schema['$ref'] === FAILED_SCHEMA.$ref) return FAILED_SHAPE;
  if (typeof schema['$ref'] === 'string') return { kind: 'ref', to: referenceName(schema['$ref'], context.model) };
  const parts: Shape[] = [];
  const own = ownShape(schema, context);
  if (own !== undefined) parts.push(own);
  for (const part of schemaList(schema['allOf'])) parts.push(shapeOfPart(part, context, depth));
  for (const keyword of ['anyOf', 'oneOf']) {
    const alternatives = schemaList(schema[keyword]);
    if (alternatives.length > 0)
      parts.push(unionOf(alternatives.map((alternative) => shapeOfSchema(alternative, context, depth))));
  }
  const merged = parts.length === 0 ? ({ kind: 'any' } as const) : parts.reduce(mergeShapes);
  return schema['nullable'] === true ? unionOf([merged, { kind: 'null' }]) : merged;
}

/** A part of `allOf`: a reference is followed, since its fields are merged with those of the other parts. */
function shapeOfPart(part: JsonSchema, context: SchemaContext, depth: number): Shape {
  const shape = shapeOfSchema(part, context, depth);
  if (shape.kind !== 'ref' || depth > MAX_DEPTH) return shape;
  const target = context.resolve(shape.to);
  return target === undefined ? shape : shapeOfPart(target.schema, { ...context, model: target.model }, depth + 1);
}

function referenceName(ref: string, model: string): string {
  return ref.startsWith(MODEL_REF) ? ref.slice(MODEL_REF.length) : ref === '#' ? model : `${model}${ref}`;
}

/** The shape that `type`, `enum`, `const` and the structural keywords give; undefined where there is none of them. */
function ownShape(schema: SchemaObject, context: SchemaContext): Shape | undefined {
  if ('const' in schema) return shapeOfValues([schema['const']]);
  if (Array.isArray(schema['enum'])) return shapeOfValues(schema['enum']);
  const types = typeNames(schema);
  return types.length === 0 ? undefined : unionOf(types.map((type) => shapeOfType(type, schema, context)));
}

/** The types that a schema names, or that its structural keywords imply. */
function typeNames(schema: SchemaObject): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.filter((name) => typeof name === 'string');
  if (isSchemaObject(schema['properties']) || 'additionalProperties' in schema) return ['object'];
  if ('items' in schema || 'prefixItems' in schema) return ['array'];
  return Array.isArray(schema['required']) ? ['object'] : [];
}

function shapeOfType(type: string, schema: SchemaObject, context: SchemaContext): Shape {
  switch (type) {
    case 'null':
    case 'boolean':
      return { kind: type };
    case 'string':
      return typeof schema['format'] === 'string' ? { kind: 'string', format: schema['format'] } : { kind: 'string' };
    case 'number':
    case 'integer':
      return { kind: 'number', integer: type === 'integer' };
    case 'array': {
      const items = schema['items'];
      const prefix = schemaList(schema['prefixItems']).map((item) => shapeOfSchema(item, context));
      return {
        kind: 'array',
        item: isJsonSchema(items) ? shapeOfSchema(items, context) : { kind: 'any' },
        ...(prefix.length > 0 && { prefix }),
      };
    }
    case 'object':
      return shapeOfObject(schema, context);
    default:
      return { kind: 'any' };
  }
}

function shapeOfObject(schema: SchemaObject, context: SchemaContext): Shape {
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  const fields = new Map<string, Field>();
  for (const [name, property] of schemaMap(schema['properties'])) {
    const description =
      isSchemaObject(property) && typeof property['description'] === 'string'
        ? { description: property['description'] }
        : {};
    fields.set(name, { shape: shapeOfSchema(property, context), optional: !required.has(name), ...description });
  }
  for (const name of required) {
    if (typeof name === 'string' && !fields.has(name)) fields.set(name, { shape: { kind: 'any' }, optional: false });
  }
  const rest = schema['additionalProperties'];
  // An object of which nothing is said may hold anything.
  if (rest === undefined && fields.size === 0) return { kind: 'object', fields, rest: { kind: 'any' } };
  const open = isJsonSchema(rest) && rest !== false ? { rest: shapeOfSchema(rest, context) } : {};
  return { kind: 'object', fields, ...open };
}

/** The shape of a choice of values (`enum`, `const`). */
function shapeOfValues(values: readonly unknown[]): Shape {
  const strings = values.filter((value) => typeof value === 'string');
  const numbers = values.filter((value) => typeof value === 'number');
  const booleans = values.filter((value) => typeof value === 'boolean');
  const shapes: Shape[] = [];
  if (strings.length > 0) shapes.push({ kind: 'string', values: strings });
  if (numbers.length > 0) shapes.push({ kind: 'number', integer: numbers.every(Number.isInteger), values: numbers });
  if (booleans.length > 0) shapes.push({ kind: 'boolean', values: booleans });
  if (values.includes(null)) shapes.push({ kind: 'null' });
  if (values.some((value) => typeof value === 'object' && value !== null)) shapes.push({ kind: 'any' });
  return unionOf(shapes);
}
