/** What is wrong with an SVG in comparison with its harmless twin; undefined where nothing is. */
export function comparePicture(svg: string, twin: string): string | undefined {
  const { elements, problem } = read(svg);
  if (problem !== undefined) return `picture: ${problem}`;
  const known = read(twin).elements;
  const unknown = [...elements].filter((element) => !known.has(element));
  // A long text may be cut off, and then has a title of its own.
  const odd = unknown.filter((element) => !HARMLESS.test(element));
  return odd.length === 0 ? undefined : `picture: ${odd.join(' ')}`;
}

const HARMLESS =
  /^(?:text|tspan|title|desc|path|rect|g|line|circle|polygon|ellipse)(?: (?:x|y|dx|dy|d|class|width|height|rx|ry|transform|fill|stroke|font-weight|font-size|text-anchor|text-decoration))*$/;

/** XML 1.0, as strict as a parser: every element closed in order, every attribute quoted, no character that XML has not. */
function read(svg: string): { readonly elements: ReadonlySet<string>; readonly problem?: string } {
  const elements = new Set<string>();
  const open: string[] = [];
  let rest = svg;
  while (rest !== '') {
    const [piece = ''] = PIECE.exec(rest) ?? [];
    if (piece === '') return { elements, problem: `not XML from ${JSON.stringify(rest.slice(0, 80))}` };
    rest = rest.slice(piece.length);
    if (!piece.startsWith('<')) continue;
    const name = /^<\/?([\w:-]+)/.exec(piece)?.[1] ?? '';
    if (piece.startsWith('</')) {
      if (open.pop() !== name) return { elements, problem: `</${name}> closes another element` };
      continue;
    }
    if (!piece.endsWith('/>')) open.push(name);
    const attributes = [...piece.matchAll(/\s([\w:-]+)="/g)].map((match) => match[1] ?? '');
    elements.add([name, ...attributes].join(' '));
  }
  return open.length === 0 ? { elements } : { elements, problem: `${open.join(' ')} stays open` };
}

const TEXT = String.raw`(?:[\t\n\r\u0020-\u0025\u0027-\u003B\u003D\u003F-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|&(?:amp|lt|gt|quot|#\d+);|>)`;
const PIECE = new RegExp(String.raw`^(?:</[\w:-]+>|<[\w:-]+(?:\s+[\w:-]+="(?:(?!")${TEXT})*")*\s*/?>|${TEXT}+)`, 'u');
