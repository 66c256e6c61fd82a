/** A stretch of a source file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Place {
  /** Relative to the working directory where it lies below it; with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place in a spec by keys and indexes: `['mappings', 'orderToDeal', 'rows', 3, 'from']`. */
export type SpecPath = readonly (string | number)[];
