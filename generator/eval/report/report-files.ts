import { canonical } from '../../pipeline/canonical.ts';
import { htmlReport } from './html/html.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import type { ReportInput } from './view.ts';

export interface ReportFile {
  readonly name: string;
  readonly text: string;
}

/** Every report that is a file, by the names that docs/evals.md gives them. The same run gives the same bytes. */
export async function reportFiles(input: ReportInput): Promise<readonly ReportFile[]> {
  return [
    { name: 'report.html', text: await htmlReport(input) },
    { name: 'junit.xml', text: junitReport(input) },
    { name: 'summary.md', text: markdownReport(input) },
    { name: 'flowright.sarif', text: sarifReport(input) },
    { name: 'verdict.json', text: `${JSON.stringify(canonical(input.verdict), undefined, 2)}\n` },
  ];
}
