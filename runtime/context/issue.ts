/** A value did not fit its model: one place and what is wrong there. */
export interface Issue {
  /** As a person writes it: `line_items[2].sku`; empty for the whole value. */
  readonly path: string;
  readonly message: string;
}
