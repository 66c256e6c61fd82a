/** What differs between the structure of a README and its harmless twin's; undefined where nothing does. */
export function compareReadme(text: string, twin: string): string | undefined {
  const made = structure(text);
  const expected = structure(twin);
  const at = made.findIndex((line, index) => line.kind !== expected[index]?.kind);
  if (at === -1 && made.length === expected.length) return undefined;
  return `README.md: ${JSON.stringify(made[at])} in the place of ${JSON.stringify(expected[at === -1 ? made.length : at])}`;
}

interface Block {
  readonly kind: string;
  readonly line: string;
}

/** Each line by what Markdown takes it for. Paragraphs that follow each other count as one: a text may have several. */
function structure(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const [marks] = /^ {0,3}(?:`{3,}|~{3,})/.exec(line) ?? [];
    const kind = marks !== undefined ? `fence ${line}` : fence === undefined ? blockKind(line) : diagramKind(line);
    if (marks !== undefined) fence = fence === undefined ? marks : undefined;
    if (kind !== 'blank' && !(kind === 'text' && blocks.at(-1)?.kind === 'text')) blocks.push({ kind, line });
  }
  return blocks;
}

function blockKind(line: string): string {
  if (line.trim() === '') return 'blank';
  const tags = withoutCode(line).match(/(?<!\\)<\/?[a-z!?][^>]*>?/gi) ?? [];
  const links = withoutCode(line).match(/(?<!\\)\]\([^)]*/g) ?? [];
  const [mark = ''] = /^(?:#{1,6} |\s*[-*+] |\s*\d+[.)] |> |=+\s*$|[-*_](?:\s*[-*_]){2,}\s*$| {4})/.exec(line) ?? [];
  const cells = line.startsWith('|') ? `row of ${String(line.replaceAll(/\\./g, '').split('|').length)}` : '';
  const kind = `${mark.replace(/\d+/, '1')}${cells}${tags.filter((tag) => !/^<\/?code>/.test(tag)).join('')}`;
  const targets = links.filter((link) => !/^\]\(<?https?:/.test(link)).join('');
  return `${kind}${targets}` === '' ? 'text' : `${kind}${targets}`;
}

/** Code spans hold no markup. */
function withoutCode(line: string): string {
  return line.replaceAll(/(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
}

/** A line of a diagram, or of a command, without what stands in its labels. */
function diagramKind(line: string): string {
  return line.trim() === '' ? 'blank' : `code ${line.replaceAll(/"[^"]*"/g, '""')}`;
}
