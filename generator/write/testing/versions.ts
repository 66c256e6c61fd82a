import type { OutputFile } from '../../format/format-files.ts';

/** Some files of an output; most change from version to version, some come and go. */
export function versionOf(version: number): readonly OutputFile[] {
  return Array.from({ length: 30 }, (_, at) => at)
    .filter((at) => at % 3 !== 0 || (at + version) % 2 === 0)
    .map((at) => ({
      path: `src/part-${String(at % 4)}/file-${String(at)}.ts`,
      text: `${textOf(version, at)}// end\n`,
    }));
}

function textOf(version: number, at: number): string {
  const said = at % 5 === 0 ? 'always the same' : `version ${String(version)}`;
  return `// ${said}\n`.repeat(200 * (1 + (at % 3)));
}
