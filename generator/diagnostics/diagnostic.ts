import { catalogue, type DiagnosticArgs, type DiagnosticCode } from './catalogue/catalogue.ts';
import type { Severity } from './catalogue/entry.ts';
import type { Place } from './place.ts';

/** Something to tell the user: what, where, and what to do about it. Plain data, in the form that `--json` prints. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly place?: Place;
  readonly fix?: string;
  readonly related?: readonly RelatedPlace[];
}

/** Another place that has to do with it: where the name was given first, for instance. */
export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

/** Makes a diagnostic of this code from what its message takes: `diagnostic('FR2003', { field, owner, suggestion }, place)`. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  args: DiagnosticArgs[Code],
  place?: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  const { severity, message, fix } = catalogue[code];
  const fixText = typeof fix === 'function' ? fix(args) : fix;
  return {
    code,
    severity,
    message: message(args),
    ...(place !== undefined && { place }),
    ...(fixText !== undefined && { fix: fixText }),
    ...(related.length > 0 && { related }),
  };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((one) => one.severity === 'error');
}
