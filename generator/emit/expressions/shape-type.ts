import type { ObjectShape, Shape, ShapeName } from '../../shape/shape.ts';
import {
  arrayType,
  keywordType,
  literalType,
  objectType,
  readonlyType,
  tupleType,
  unionType,
  type TypeNode,
} from '../syntax/index.ts';

export interface ShapeTypeOptions {
  /** What a reference to a shape is written as. */
  readonly reference: (to: ShapeName) => TypeNode;
  /** Lists and fields that are not to be written to: the types of inputs. */
  readonly readonly: boolean;
}

/** A shape written out as a TypeScript type. */
export function shapeType(shape: Shape, options: ShapeTypeOptions): TypeNode {
  switch (shape.kind) {
    case 'any':
      return keywordType('unknown');
    case 'never':
      return keywordType('never');
    case 'null':
      return literalType(null);
    case 'boolean':
    case 'string':
    case 'number':
      return shape.values === undefined ? keywordType(shape.kind) : unionType(shape.values.map(literalType));
    case 'array':
      return arrayOf(shape, options);
    case 'object':
      return objectOf(shape, options);
    case 'union':
      return unionType(shape.of.map((one) => shapeType(one, options)));
    case 'ref':
      return options.reference(shape.to);
  }
}

function arrayOf(shape: Extract<Shape, { kind: 'array' }>, options: ShapeTypeOptions): TypeNode {
  const item = shapeType(shape.item, options);
  const list =
    shape.prefix === undefined
      ? arrayType(item)
      : tupleType(
          shape.prefix.map((one) => shapeType(one, options)),
          shape.item.kind === 'never' ? undefined : item,
        );
  return options.readonly ? readonlyType(list) : list;
}

/** Undeclared fields can hold what declared ones do, too: an index signature has to allow both. */
function objectOf(shape: ObjectShape, options: ShapeTypeOptions): TypeNode {
  const fields = [...shape.fields].map(([name, field]) => ({
    name,
    type: shapeType(field.shape, options),
    optional: field.optional,
    readonly: options.readonly,
  }));
  if (shape.rest === undefined) return objectType(fields);
  const rest = shapeType(shape.rest, options);
  return objectType(
    fields,
    fields.length === 0 ? rest : unionType([rest, ...fields.map((field) => field.type), keywordType('undefined')]),
  );
}
