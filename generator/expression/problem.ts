/** What is wrong in an expression, where in its text (`to` exclusive), and how it is put right. The check stage turns it into a diagnostic. */
export type Problem = { readonly from: number; readonly to: number } & (
  | { readonly what: 'syntax' | 'notAllowed'; readonly detail: string; readonly fix: string }
  | {
      readonly what: 'unknownName';
      readonly name: string;
      /** What it is used as; a value where absent. */
      readonly kind?: 'function' | 'method';
      readonly known: readonly string[];
    }
  | { readonly what: 'noField'; readonly field: string; readonly owner: string; readonly known: readonly string[] }
  | { readonly what: 'unknownTable' | 'unknownMapping'; readonly name: string; readonly known: readonly string[] }
  | { readonly what: 'type'; readonly found: string; readonly wanted: string; readonly fix?: string }
  /** JSONata that is not compiled. */
  | { readonly what: 'jsonata'; readonly detail: string; readonly reason: string; readonly fix: string }
  | { readonly what: 'maybeMissing'; readonly text: string; readonly fix: string }
);

/** An expression, or all that is wrong with it: nothing where it reads what has been reported already. */
export type Result<T> =
  | { readonly ok: T; readonly problems?: undefined }
  | { readonly ok?: undefined; readonly problems: readonly Problem[] };

export function ok<T>(value: T): Result<T> {
  return { ok: value };
}

export function fail<T>(...problems: readonly Problem[]): Result<T> {
  return { problems };
}
