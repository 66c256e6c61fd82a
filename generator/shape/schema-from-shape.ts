import { MODEL_REF, type JsonSchema, type SchemaObject } from './json-schema.ts';
import type { ObjectShape, Shape } from './shape.ts';

/** The JSON Schema of a shape, for a value of which no schema says more; references lead to `flowright:model/…`. */
export function schemaFromShape(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'any':
      return {};
    case 'never':
      return false;
    case 'null':
      return { type: 'null' };
    case 'boolean':
      return shape.values === undefined ? { type: 'boolean' } : { enum: shape.values };
    case 'string':
      if (shape.values !== undefined) return { enum: shape.values };
      return { type: 'string', ...(shape.format !== undefined && { format: shape.format }) };
    case 'number':
      return shape.values === undefined ? { type: shape.integer ? 'integer' : 'number' } : { enum: shape.values };
    case 'array':
      return {
        type: 'array',
        ...(shape.prefix !== undefined && { prefixItems: shape.prefix.map(schemaFromShape) }),
        items: schemaFromShape(shape.item),
      };
    case 'object':
      return ofObject(shape);
    case 'union':
      return { anyOf: shape.of.map(schemaFromShape) };
    case 'ref':
      return { $ref: MODEL_REF + shape.to };
  }
}

function ofObject({ fields, rest }: ObjectShape): SchemaObject {
  const properties = [...fields].map(([name, { shape, description }]): readonly [string, JsonSchema] => {
    const schema = schemaFromShape(shape);
    return [name, description === undefined || typeof schema === 'boolean' ? schema : { ...schema, description }];
  });
  // An object without fields would be one of which nothing is said.
  const others = rest === undefined ? (fields.size === 0 ? false : undefined) : schemaFromShape(rest);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: [...fields].filter(([, field]) => !field.optional).map(([name]) => name),
    ...(others !== undefined && { additionalProperties: others }),
  };
}
