import path from 'node:path';
import type { LoadedSpec } from '../../load/load-spec.ts';
import type { RecordedCase } from './recorded-case.ts';

/**
 * The case that each spec is for, by the spec's name: the one whose id is that name, or else the name of the spec's file or
 * folder, whatever stands between the words (`provider__some-name`, `provider-some-name`).
 */
export function casesOf(
  specs: readonly LoadedSpec[],
  cases: readonly RecordedCase[],
): ReadonlyMap<string, RecordedCase> {
  const byWords = new Map(cases.map((one) => [words(one.id), one]));
  return new Map(
    specs.flatMap(({ spec, path: file }) => {
      const names = [
        spec.name,
        path.basename(file).replace(/\.integration\.\w+$/, ''),
        path.basename(path.dirname(file)),
      ];
      const found = names.map((name) => byWords.get(words(name))).find((one) => one !== undefined);
      return found === undefined ? [] : [[spec.name, found] as const];
    }),
  );
}

function words(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
