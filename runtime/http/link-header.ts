/** One link of a `Link` header (RFC 8288): its target as written, and its parameters with names in lower case. */
export interface HeaderLink {
  readonly target: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The links of a `Link` header. Lenient as RFC 8288 appendix B.2 asks: what is malformed is skipped, of a parameter
 * that comes twice the first counts. Linear in the header's length.
 */
export function parseLinkHeader(header: string): HeaderLink[] {
  const links: HeaderLink[] = [];
  let at = 0;
  while (at < header.length) {
    const open = header.indexOf('<', at);
    const close = open === -1 ? -1 : header.indexOf('>', open);
    if (close === -1) break;
    const { parameters, end } = parseParameters(header, close + 1);
    links.push({ target: header.slice(open + 1, close).trim(), parameters });
    at = end;
  }
  return links;
}

/** The target of the first link with the relation `rel` (`next` where absent), in any case and among several; `undefined` where there is none. */
export function linkTarget(header: string | undefined, rel = 'next'): string | undefined {
  if (header === undefined) return undefined;
  const wanted = rel.toLowerCase();
  return parseLinkHeader(header).find(({ parameters }) => parameters.rel?.toLowerCase().split(/\s+/).includes(wanted))
    ?.target;
}

function parseParameters(header: string, from: number): { parameters: Record<string, string>; end: number } {
  const parameters: Record<string, string> = {};
  let at = from;
  for (;;) {
    at = skip(header, at, ' \t');
    // A comma ends the link, as does anything that is no parameter: what is behind it up to the comma is skipped.
    if (header[at] !== ';') {
      const comma = header.indexOf(',', at);
      return { parameters, end: comma === -1 ? header.length : comma + 1 };
    }
    at = skip(header, at + 1, ' \t');
    const nameEnd = until(header, at, ' \t=;,');
    const name = header.slice(at, nameEnd).toLowerCase();
    at = skip(header, nameEnd, ' \t');
    let value = '';
    if (header[at] === '=') ({ value, end: at } = parseValue(header, skip(header, at + 1, ' \t')));
    if (name !== '' && !Object.hasOwn(parameters, name)) {
      Object.defineProperty(parameters, name, { value, enumerable: true, configurable: true, writable: true });
    }
  }
}

function parseValue(header: string, from: number): { value: string; end: number } {
  if (header[from] !== '"') {
    const end = until(header, from, ' \t;,');
    return { value: header.slice(from, end), end };
  }
  let value = '';
  let at = from + 1;
  while (at < header.length && header[at] !== '"') {
    if (header[at] === '\\') at += 1;
    value += header[at] ?? '';
    at += 1;
  }
  return { value, end: at + 1 };
}

function skip(text: string, from: number, characters: string): number {
  let at = from;
  while (at < text.length && characters.includes(text.charAt(at))) at += 1;
  return at;
}

function until(text: string, from: number, characters: string): number {
  let at = from;
  while (at < text.length && !characters.includes(text.charAt(at))) at += 1;
  return at;
}
