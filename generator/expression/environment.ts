import type { Shape, ShapeTable } from '../shape/shape.ts';

/** What each key of a table gives. */
export type TableShape = ReadonlyMap<string, Shape>;

/** What expressions can refer to besides the names in scope. */
export interface Environment {
  readonly shapes: ShapeTable;
  readonly tables: ReadonlyMap<string, TableShape>;
  /** Called when an expression looks something up in a table; `total`: something that the table certainly knows. */
  readonly onLookup?: (table: string, total: boolean) => void;
}
