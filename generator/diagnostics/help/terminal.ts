import type { Paint } from '../render/colour.ts';
import type { Page } from './page.ts';

/** A page as it is read in a terminal: wrapped, indented, the example as it would be shown. */
export function renderTerminal(
  { code, severity, title, cause, why, remedy, example }: Page,
  paint: Paint,
  width: number,
): string {
  const text = (words: string, indent: string, first = indent): string =>
    inCode(wrap(words, width, indent, first), paint);
  const block = (lines: readonly string[]): string => lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n');
  const sections: readonly (readonly [string, string])[] = [
    ['', text(why === undefined ? cause : `${cause} ${why}`, '')],
    ...(example === undefined
      ? []
      : [['Example', block([`$ ${example.when}`, ...example.output.split('\n')])] as const]),
    ['What to do', remedy.map((one) => text(one, '    ', '  - ')).join('\n')],
    ...(example?.change === undefined
      ? []
      : [['Put right', block(example.change.map((line) => coloured(line, paint)))] as const]),
  ];
  const heading = `${paint([severity === 'error' ? 'red' : 'yellow', 'bold'], code)} ${paint('bold', title)} (${severity})`;
  return `${[heading, ...sections.map(([name, body]) => (name === '' ? body : `${paint('bold', name)}\n${body}`))].join('\n\n')}\n`;
}

function coloured(line: string, paint: Paint): string {
  return paint(line.startsWith('-') ? 'red' : 'green', line);
}

/** What stands in backticks stands out by colour; where there is none, the backticks stay. */
function inCode(text: string, paint: Paint): string {
  return text.replaceAll(/`([^`]+)`/g, (whole, code: string) => {
    const painted = paint('cyan', code);
    return painted === code ? whole : painted;
  });
}

function wrap(text: string, width: number, indent: string, first: string): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const begun = line.trimStart() !== '' && line !== first;
    if (begun && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line += begun ? ` ${word}` : word;
  }
  return [...lines, line].join('\n');
}
