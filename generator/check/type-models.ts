import type { Shape } from '../shape/shape.ts';
import type { Type, TypeRef } from '../shape/type.ts';

/** The models that a type names. */
export function modelsOfType(type: Type): readonly string[] {
  return [...(type.ref === undefined ? [] : [modelOfRef(type.ref)]), ...modelsOfShape(type.shape)];
}

function modelOfRef(ref: TypeRef): string {
  return ref.kind === 'model' ? modelName(ref.name) : modelOfRef(ref.of);
}

function modelsOfShape(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case 'ref':
      return [modelName(shape.to)];
    case 'array':
      return [shape.item, ...(shape.prefix ?? [])].flatMap(modelsOfShape);
    case 'union':
      return shape.of.flatMap(modelsOfShape);
    case 'object':
      return [
        ...[...shape.fields.values()].flatMap((field) => modelsOfShape(field.shape)),
        ...(shape.rest === undefined ? [] : modelsOfShape(shape.rest)),
      ];
    default:
      return [];
  }
}

/** `Order#/$defs/Item` → Order. */
function modelName(name: string): string {
  return name.split('#', 1)[0] ?? name;
}
