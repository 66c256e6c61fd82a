import type { Shape, ShapeTable } from '../shape/shape.ts';

/** What expressions can refer to besides the names in scope. */
export interface Environment {
  readonly shapes: ShapeTable;
  /** The values that each table can give. */
  readonly tables: ReadonlyMap<string, Shape>;
  /** Called when an expression looks something up in a table. */
  readonly onLookup?: (table: string) => void;
}
