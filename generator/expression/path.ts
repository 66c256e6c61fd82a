/** One step of a path, and where it stands in the path's text. */
export type PathSegment =
  | { readonly kind: 'field'; readonly name: string; readonly from: number; readonly to: number }
  | { readonly kind: 'index'; readonly index: number; readonly from: number; readonly to: number }
  | { readonly kind: 'each'; readonly from: number; readonly to: number };

/** A path as segments; `problem` is where the text stops being a path. */
export interface Path {
  readonly segments: readonly PathSegment[];
  readonly problem?: { readonly from: number; readonly to: number; readonly what: string };
}

const SEGMENT =
  /(?<dot>\.)?(?:(?<name>[A-Za-z_$][\w$-]*)|\[(?<index>-?\d+)\]|(?<each>\[\])|\["(?<quoted>(?:[^"\\]|\\.)*)"\])/y;

/** Names that lead out of the data, whatever object they are read from. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads a path such as `customer.email`, `line_items[].sku`, `data[-1].id`, `["odd key"].x` or `.` (the value itself). */
export function parsePath(text: string): Path {
  if (text === '.') return { segments: [] };
  const segments: PathSegment[] = [];
  let at = 0;
  while (at < text.length) {
    SEGMENT.lastIndex = at;
    const match = SEGMENT.exec(text);
    const dotFits =
      match !== null &&
      (match.groups?.['name'] === undefined
        ? match.groups?.['dot'] === undefined
        : at > 0 === (match.groups['dot'] !== undefined));
    if (match === null || !dotFits)
      return {
        segments,
        problem: { from: at, to: text.length, what: 'write a path such as customer.email or lines[0].sku' },
      };
    const from = at + (match.groups?.['dot']?.length ?? 0);
    at += match[0].length;
    const segment = segmentOf(match.groups ?? {}, from, at);
    if (segment.kind === 'field' && FORBIDDEN_NAMES.has(segment.name))
      return {
        segments,
        problem: { from, to: at, what: `read another field: '${segment.name}' leads out of the data` },
      };
    segments.push(segment);
  }
  return segments.length === 0
    ? { segments, problem: { from: 0, to: text.length, what: 'name a field, or write . for all of it' } }
    : { segments };
}

function segmentOf(groups: Readonly<Record<string, string | undefined>>, from: number, to: number): PathSegment {
  if (groups['each'] !== undefined) return { kind: 'each', from, to };
  if (groups['index'] !== undefined) return { kind: 'index', index: Number(groups['index']), from, to };
  const name = groups['name'] ?? unescape(groups['quoted'] ?? '');
  return { kind: 'field', name, from, to };
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gs, '$1');
}

/** Keys and indexes of a path without `[]`; undefined where it has one. */
export function plainPath(path: Path): readonly (string | number)[] | undefined {
  const keys: (string | number)[] = [];
  for (const segment of path.segments) {
    if (segment.kind === 'each') return undefined;
    keys.push(segment.kind === 'field' ? segment.name : segment.index);
  }
  return keys;
}

/** The way a person writes the path. */
export function pathText(segments: readonly PathSegment[]): string {
  if (segments.length === 0) return '.';
  let text = '';
  for (const segment of segments) {
    if (segment.kind === 'each') text += '[]';
    else if (segment.kind === 'index') text += `[${String(segment.index)}]`;
    else if (/^[A-Za-z_$][\w$-]*$/.test(segment.name)) text += text === '' ? segment.name : `.${segment.name}`;
    else text += `[${JSON.stringify(segment.name)}]`;
  }
  return text;
}
