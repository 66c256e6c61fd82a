import type { Shape, ShapeTable } from '../../shape/shape.ts';
import { shapeType } from '../expressions/index.ts';
import { sourceFile, typeDeclaration, type EmittedFile, type TypeNode } from '../syntax/index.ts';

/** A model's file with its type alone; places within a schema are written out. */
export function modelFile(name: string, shapes: ShapeTable): EmittedFile {
  const reference = (to: string): TypeNode => shapeType(shapes.get(to) ?? ANY, { reference, readonly: false });
  const type = shapeType(shapes.get(name) ?? ANY, { reference, readonly: false });
  return sourceFile({ path: `src/models/${name.toLowerCase()}.ts`, content: [typeDeclaration({ name, type })] });
}

const ANY: Shape = { kind: 'any' };
