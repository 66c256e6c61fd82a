import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LoadedSpec } from '../../load/load-spec.ts';
import type { LoadedFile } from '../../load/references/file-store.ts';
import { validateSpec } from '../../load/schema/validate-spec.ts';
import { parseData, parseText } from '../../load/text/parse-text.ts';
import { checkSpec, type CheckResult } from '../check-spec.ts';

/** A spec's text through the real load stage, without a file system; `files` are those it refers to, by their path beside it. */
export async function loadText(text: string, files: Readonly<Record<string, unknown>> = {}): Promise<LoadedSpec> {
  const { data, place, diagnostics } = parseText('spec.yaml', text);
  if (data === undefined) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  const validated = await validateSpec(data, place);
  if (!('spec' in validated)) throw new Error(told(text, validated.diagnostics).join('\n'));
  return { file: 'spec.yaml', path: '/specs/spec.yaml', spec: validated.spec, text, place, files: filesOf(files) };
}

/** Loads and checks a spec's text. */
export async function checkText(text: string, files: Readonly<Record<string, unknown>> = {}): Promise<CheckResult> {
  return checkSpec(await loadText(text, files));
}

/** What is wrong with a spec: `FR2003 [total_prise] no field 'total_prise' on Order → did you mean 'total_price'?`. */
export async function problemsOf(
  text: string,
  files: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  return told(text, (await checkText(text, files)).diagnostics);
}

/** Each diagnostic with the stretch of the text that it points at. */
export function told(text: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(
    ({ code, place, message, fix }) =>
      `${code} [${place === undefined ? '' : stretch(text, place)}] ${message}${fix === undefined ? '' : ` → ${fix}`}`,
  );
}

function stretch(text: string, place: NonNullable<Diagnostic['place']>): string {
  const lines = text.split('\n').slice(place.line - 1, place.endLine);
  const last = lines.length - 1;
  return lines
    .map((line, index) =>
      line.slice(index === 0 ? place.column - 1 : 0, index === last ? place.endColumn - 1 : undefined),
    )
    .join('\n');
}

function filesOf(files: Readonly<Record<string, unknown>>): ReadonlyMap<string, LoadedFile> {
  return new Map(
    Object.entries(files).map(([name, content]) => {
      const { data, place } = parseData(name, JSON.stringify(content));
      const path = `/specs/${name}`;
      return [path, { file: name, path, data: data ?? {}, place }];
    }),
  );
}
