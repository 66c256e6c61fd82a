import type { Page } from '../../diagnostics/help/page.ts';

/** A page as it stands in `docs/diagnostics`; `spec` is the whole spec of the example. */
export function renderMarkdown(
  { code, severity, title, cause, why, remedy, example }: Page,
  spec: string | undefined,
): string {
  const sections = [
    `# ${code}: ${title}`,
    `*${severity === 'error' ? 'Error' : 'Warning'}.* ${cause}${why === undefined ? '' : ` ${why}`}`,
    ...(example === undefined ? [] : ['## Example', fenced('', `$ ${example.when}\n${example.output}`)]),
    ...(remedy.length === 0 ? [] : ['## What to do', remedy.map((one) => `- ${one}`).join('\n')]),
    ...(example?.change === undefined ? [] : ['In the example:', fenced('diff', example.change.join('\n'))]),
    ...(spec === undefined
      ? []
      : ['<details><summary>The whole spec of the example</summary>', fenced('yaml', spec), '</details>']),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** Three backticks, or more where the text has as many. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

const SECTIONS: readonly (readonly [prefix: string, title: string])[] = [
  ['FR100', 'Files'],
  ['FR10', 'YAML and JSON'],
  ['FR11', 'The form of a spec'],
  ['FR2', 'The meaning of a spec'],
  ['FR3', 'Warnings of parts without effect'],
  ['FR4', 'The type check of generated code'],
  ['FR5', 'Writing the output'],
  ['FR6', 'Usage and settings'],
  ['FR7', 'Gaps and the model that fills them'],
  ['FR9', 'Bugs of Flowright'],
];

/** The index of all pages. */
export function renderIndex(pages: readonly Page[]): string {
  const sectionOf = (page: Page): string => SECTIONS.find(([prefix]) => page.code.startsWith(prefix))?.[1] ?? '';
  const sections = SECTIONS.map(([, title]) => {
    const lines = pages
      .filter((page) => sectionOf(page) === title)
      .map(({ code, title: name, cause }) => `| [${code}](${code}.md) | ${name} | ${cause} |`);
    return [`## ${title}`, '', '| code | | |', '|---|---|---|', ...lines].join('\n');
  });
  const intro = [
    '# Diagnostics',
    '`flowright explain FR2003` says in the terminal what stands on a page here. The pages are made by `npm run docs:diagnostics`: title and',
    'meaning from `generator/diagnostics/catalogue`, the rest from `generator/diagnostics/help`, the examples from `fixtures/broken/cases`.',
  ];
  return `${intro[0] ?? ''}\n\n${intro.slice(1).join('\n')}\n\n${sections.join('\n\n')}\n`;
}
