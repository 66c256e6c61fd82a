/** A path template made ready: `/orders/{id}.json` has one literal segment and one that is half a template. */
export interface PathTemplate {
  readonly segments: readonly Segment[];
}

type Segment =
  /** `{path...}` at the end: one segment or more. */
  | { readonly kind: 'rest'; readonly name: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'template'; readonly pattern: RegExp; readonly names: readonly string[]; readonly whole: boolean };

export function compileTemplate(path: string): PathTemplate {
  return { segments: splitPath(path).map(compileSegment) };
}

/** The template's values for a percent-encoded path, percent-decoded; `undefined` where the path does not fit. */
export function matchTemplate(template: PathTemplate, path: string): Readonly<Record<string, string>> | undefined {
  const given = splitPath(path).map(decodeSegment);
  const { length } = template.segments;
  const rest = template.segments.at(-1)?.kind === 'rest';
  if (rest ? given.length < length : given.length !== length) return undefined;
  const parts = rest ? [...given.slice(0, length - 1), given.slice(length - 1).join('/')] : given;
  const values = new Map<string, string>();
  for (const [index, segment] of template.segments.entries()) {
    const part = parts[index] ?? '';
    if (segment.kind === 'literal') {
      if (segment.text !== part) return undefined;
      continue;
    }
    if (segment.kind === 'rest') {
      values.set(segment.name, part);
      continue;
    }
    const found = segment.pattern.exec(part);
    if (found === null) return undefined;
    for (const [group, name] of segment.names.entries()) values.set(name, found[group + 1] ?? '');
  }
  return Object.fromEntries(values);
}

/** Below 0 where `a` goes first: of two templates that fit one path, the more literal one. */
export function compareTemplates(a: PathTemplate, b: PathTemplate): number {
  if (a.segments.length !== b.segments.length) return a.segments.length - b.segments.length;
  for (const [index, segment] of a.segments.entries()) {
    const other = b.segments[index];
    const difference = rank(segment) - (other === undefined ? 0 : rank(other));
    if (difference !== 0) return difference;
  }
  return 0;
}

function rank(segment: Segment): number {
  if (segment.kind === 'literal') return 0;
  if (segment.kind === 'rest') return 3;
  return segment.whole ? 2 : 1;
}

function compileSegment(text: string): Segment {
  const rest = /^\{(?<name>[^{}]+)\.\.\.\}$/u.exec(text)?.groups?.['name'];
  if (rest !== undefined) return { kind: 'rest', name: rest };
  const parts = text.split(/\{([^{}]+)\}/u);
  if (parts.length === 1) return { kind: 'literal', text: decodeSegment(text) };
  const names = parts.filter((_, index) => index % 2 === 1);
  const source = parts.map((part, index) => (index % 2 === 1 ? '(.+?)' : escapePattern(decodeSegment(part)))).join('');
  return { kind: 'template', pattern: new RegExp(`^${source}$`, 'su'), names, whole: /^\{[^{}]+\}$/u.test(text) };
}

function splitPath(path: string): readonly string[] {
  return path.replace(/^\//u, '').split('/');
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray % is taken as it is
  }
}

function escapePattern(text: string): string {
  return text.replace(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`);
}
