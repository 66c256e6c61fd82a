import { hasErrors, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';

/** What a terminal would obey, or not show; tabs and line breaks apart. */
// oxlint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uD800-\uDFFF]/u;

/** What is wrong with the way in which a spec was refused; undefined where a user can work with it. */
export function badRefusal(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
): string | undefined {
  if (!hasErrors(diagnostics)) return 'refused without an error';
  const internal = diagnostics.find(({ code }) => code.startsWith('FR9'));
  if (internal !== undefined) return `${internal.code} ${internal.message}`;
  const found = UNPRINTABLE.exec(renderHuman(diagnostics, { sources }));
  return found === null ? undefined : `a diagnostic prints ${JSON.stringify(found[0])}`;
}
