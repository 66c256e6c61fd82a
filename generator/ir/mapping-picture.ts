/** A mapping as a picture has it: source fields, target fields, and what joins them. */
export interface MappingPicture {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly description?: string;
  /** Source fields, in the order in which rows first read them. */
  readonly sources: readonly string[];
  readonly rows: readonly PictureRow[];
}

export interface PictureRow {
  readonly to: string;
  /** Positions of the source fields that it reads; where it takes the first that is present, in that order. */
  readonly reads: readonly number[];
  readonly firstOf: boolean;
  /** A template, an expression or a constant, as the spec writes it. */
  readonly code?: string;
  /** What is done with the value, one by one. */
  readonly rules: readonly string[];
  /** Whether a gap fills it. */
  readonly gap: boolean;
  readonly note?: string;
}
