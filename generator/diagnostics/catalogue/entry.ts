export type Severity = 'error' | 'warning';

/**
 * One kind of diagnostic. `message` and `fix` are lower-case clauses without a full stop; `title` and `cause` are for the
 * diagnostic's page. `fix` says what to do, and may depend on what was found.
 */
export interface CatalogueEntry<in Args> {
  readonly severity: Severity;
  readonly title: string;
  readonly message: (args: Args) => string;
  readonly cause: string;
  readonly fix: string | ((args: Args) => string | undefined);
  /** Whether what stands at the place must not be shown again: it may be a secret. */
  readonly hidesSource?: true;
}

/** Writes an entry down with the arguments that its message takes: `entry<{ name: string }>({ … })`. */
export function entry<Args>(of: CatalogueEntry<Args>): CatalogueEntry<Args> {
  return of;
}

/** `did you mean 'x'?` where there is a suggestion, otherwise what is given. */
export function didYouMean(suggestion: string | undefined, otherwise?: string): string | undefined {
  return suggestion === undefined ? otherwise : `did you mean '${suggestion}'?`;
}

/** A sentence's beginning in the middle of another one; names in capitals stay. */
export function lowerFirst(text: string): string {
  return /^[A-Z][^A-Z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** `a, b and c`: names as a sentence has them. */
export function list(names: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${joint} ${last}`;
}
