/** What a diagnostic's page says beyond the catalogue, for a person who is stuck. Whole sentences; `code` in backticks. */
export interface Help {
  /** Why Flowright refuses it, or how it comes about. */
  readonly why: string;
  /** Ways to put it right, the likeliest first. */
  readonly remedy: readonly string[];
}
