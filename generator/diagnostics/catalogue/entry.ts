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
}

/** Writes an entry down with the arguments that its message takes: `entry<{ name: string }>({ … })`. */
export function entry<Args>(of: CatalogueEntry<Args>): CatalogueEntry<Args> {
  return of;
}

/** `did you mean 'x'?` where there is a suggestion, otherwise what is given. */
export function didYouMean(suggestion: string | undefined, otherwise?: string): string | undefined {
  return suggestion === undefined ? otherwise : `did you mean '${suggestion}'?`;
}

/** `a, b and c`: names as a sentence has them. */
export function list(names: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${joint} ${last}`;
}
