/** Any text as Markdown on one line that reads as it was written: nothing in it can be markup, a link, math or HTML. */
export function inline(text: string): string {
  const oneLine = visible(text).trim().replaceAll(/\s+/g, ' ');
  const escaped = oneLine.replaceAll(/[\\`*[\]<|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|&(?=#|\w+;)/g, String.raw`\$&`);
  return atLineStart(escaped).replace(/#$/, String.raw`\#`);
}

/** What begins a heading, list, or rule at the start of a line. */
function atLineStart(text: string): string {
  return text.replace(/^[#+=>-]|^(\d+)(?=[.)])/, (start, digits: string | undefined) =>
    digits === undefined ? `\\${start}` : `${digits}\\`,
  );
}

/** What begins an entry of a list. */
const ENTRY = /^\s*(?:[-*+]|\d+[.)])\s/m;

/** A text of several lines as its paragraphs; lines that look like a list stay apart. */
export function paragraphs(text: string): string {
  const blocks = text.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').split(/\n\s*\n/);
  const written = blocks.map((block) =>
    block
      .split('\n')
      .map(inline)
      .filter((line) => line !== '')
      .join(ENTRY.test(block) ? '\\\n' : '\n'),
  );
  return written.filter((block) => block !== '').join('\n\n');
}

/** Text as code: in as many backticks as it takes. */
export function code(text: string): string {
  const oneLine = visible(text).replaceAll(/\s+/g, ' ').trim();
  if (oneLine === '') return '';
  const longest = Math.max(0, ...[...oneLine.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${oneLine}${pad}${fence}`;
}

/** The same within a table, where a bar would end the cell even in code, and a backslash before it would undo its escape. */
export function codeCell(text: string): string {
  if (!text.includes('\\|')) return code(text).replaceAll('|', String.raw`\|`);
  return `<code>${visible(text)
    .trim()
    .replaceAll(/[^A-Za-z0-9]/g, (character) => (character === ' ' ? ' ' : `&#${character.codePointAt(0)};`))}</code>`;
}

/** A link, where the address is one of the web. */
export function link(text: string, address: string): string {
  if (!/^https?:\/\/[^\s<>]+$/.test(address)) return inline(`${text} ${address}`);
  const target = address.replaceAll('|', '%7C');
  return `[${inline(text)}](${/[()\\]/.test(target) ? `<${target}>` : target})`;
}

/** Controls, marks of direction and characters that take no space: out, since a reader does not see what they do. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Zl}\p{Zp}]/gu, ' ').replaceAll(/(?![\n\t\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, '');
}
