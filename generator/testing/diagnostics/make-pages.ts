import type { Example } from '../../diagnostics/help/example.ts';
import { allCodes, pageOf } from '../../diagnostics/help/page.ts';
import { brokenCases } from './broken-case.ts';
import { exampleCases, makeExamples } from './examples.ts';
import { renderIndex, renderMarkdown } from './markdown.ts';

/** Longer specs, and those that are no text, are not shown whole. */
const SHOWN_LINES = 30;

/** Every file that follows from the catalogue, the help and the fixtures, by its path in the repository. */
export async function makePages(): Promise<Readonly<Record<string, string>>> {
  const examples: Readonly<Record<string, Example>> = await makeExamples();
  const cases = exampleCases(await brokenCases());
  const pages = allCodes().map((code) => pageOf(code, examples[code]));
  const files = pages.map((page) => {
    const spec = cases.get(page.code)?.spec.toString('utf8');
    const whole =
      spec === undefined || spec.trim() === '' || spec.includes('\uFFFD') || spec.split('\n').length > SHOWN_LINES
        ? undefined
        : spec;
    return [`docs/diagnostics/${page.code}.md`, renderMarkdown(page, whole)] as const;
  });
  return {
    ...Object.fromEntries(files),
    'docs/diagnostics/README.md': renderIndex(pages),
    'generator/diagnostics/help/examples.json': `${JSON.stringify(examples, undefined, 2)}\n`,
  };
}
