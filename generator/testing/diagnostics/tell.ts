import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';

/** What is found, with the texts of the files. */
export interface Told {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
}

/** The diagnostics as a person sees them, without the last line, which is the same everywhere. */
export function shown({ diagnostics, sources }: Told): string {
  return renderHuman(diagnostics, { sources }).replace(/\nflowright explain .*\n$/, '');
}

/** Each error as an expectation says it: `FR2003 orders.integration.yaml 16:29 totl`. Warnings where `all` are wanted. */
export function asExpected({ diagnostics, sources }: Told, all: boolean): readonly string[] {
  return diagnostics
    .filter((one) => all || one.severity === 'error')
    .map(({ code, place }) => {
      if (place === undefined) return `${code} -`;
      const line = sources.get(place.file)?.split('\n')[place.line - 1]?.replace(/\r$/, '') ?? '';
      const text = line.slice(place.column - 1, place.endLine > place.line ? undefined : place.endColumn - 1).trimEnd();
      return `${code} ${place.file} ${place.line}:${place.column} ${text}`.trimEnd();
    });
}
