import { notA } from '../show-value.ts';

/** `$trim`: also within the text, blanks, tabs and line ends become one blank. */
export function jsonataTrim(text: string): string {
  return text
    .replaceAll(/[ \t\n\r]+/g, ' ')
    .replace(/^ /, '')
    .replace(/ $/, '');
}

/** `$length`, in characters (code points). */
export function jsonataLength(text: string): number {
  return Array.from(text).length;
}

/** `$substring`, in characters (code points); a negative start counts from the end. */
export function jsonataSubstring(text: string, from: number, length?: number): string {
  const characters = Array.from(text);
  const start = characters.length + from < 0 ? 0 : from;
  if (length === undefined) return characters.slice(start).join('');
  if (length <= 0) return '';
  const end = start >= 0 ? start + length : characters.length + start + length;
  return characters.slice(start, end).join('');
}

/** `$substringBefore`: the text as it is where it does not contain the other. */
export function jsonataSubstringBefore(text: string, other: string): string {
  const at = text.indexOf(other);
  return at === -1 ? text : text.slice(0, at);
}

/** `$substringAfter`: the text as it is where it does not contain the other. */
export function jsonataSubstringAfter(text: string, other: string): string {
  const at = text.indexOf(other);
  return at === -1 ? text : text.slice(at + other.length);
}

/** `$replace` of a text, at most so often. `FatalError('invalid_input')` for an empty text to look for, or a negative limit. */
export function jsonataReplace(
  text: string,
  find: string,
  replacement: string,
  limit = Number.POSITIVE_INFINITY,
): string {
  if (find === '') throw notA(find, 'a text to look for');
  if (limit < 0) throw notA(limit, 'a number of replacements');
  const parts = text.split(find);
  const replaced = Math.min(Math.ceil(limit), parts.length - 1);
  return [parts.slice(0, replaced + 1).join(replacement), ...parts.slice(replaced + 1)].join(find);
}

/** `$pad`: on the right to a width in characters, on the left to a negative one. */
export function jsonataPad(text: string, width: number, padding = ' '): string {
  const missing = Math.abs(width) - Array.from(text).length;
  if (missing <= 0) return text;
  const characters = Array.from(padding === '' ? ' ' : padding);
  const pad = Array.from({ length: Math.ceil(missing) }, (_, at) => characters[at % characters.length] ?? ' ').join('');
  return width > 0 ? text + pad : pad + text;
}

/** `$split` into at most so many parts. `FatalError('invalid_input')` for a negative limit. */
export function jsonataSplit(text: string, by: string, limit: number): string[] {
  if (limit < 0) throw notA(limit, 'a number of parts');
  return text.split(by, limit);
}
