import path from 'node:path';
import { junitReport } from '../../eval/report/junit.ts';
import { markdownReport } from '../../eval/report/markdown.ts';
import { htmlReport } from '../../eval/report/html/html.ts';
import { sarifReport } from '../../eval/report/sarif.ts';
import type { ReportInput } from '../../eval/report/view.ts';
import { writeAtomically } from '../../write/write-atomically.ts';
import type { ReportName } from './eval-options.ts';

const MAKE: Readonly<
  Record<ReportName, { readonly file: string; readonly text: (input: ReportInput) => string | Promise<string> }>
> = {
  html: { file: 'eval.html', text: htmlReport },
  junit: { file: 'junit.xml', text: junitReport },
  md: { file: 'eval.md', text: (input) => markdownReport(input) },
  sarif: { file: 'eval.sarif', text: sarifReport },
  json: {
    file: 'eval.json',
    text: ({ run, verdict }) => `${JSON.stringify({ version: 1, run, verdict }, undefined, 2)}\n`,
  },
};

/** Writes reports of each run; several runs have a folder each: `fill@v1-claude-x/`. Returns the files, absolute. */
export async function writeReports(
  inputs: readonly ReportInput[],
  names: readonly ReportName[],
  folder: string,
): Promise<readonly string[]> {
  const written: string[] = [];
  for (const input of inputs) {
    const { prompt, model } = input.run;
    const own = inputs.length === 1 ? folder : path.join(folder, `${prompt}-${model}`.replaceAll(/[^\w.@-]/g, '_'));
    for (const name of names) {
      const target = path.join(own, MAKE[name].file);
      await writeAtomically(target, await MAKE[name].text(input));
      written.push(target);
    }
  }
  return written;
}
