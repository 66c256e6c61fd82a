/** The parts between a separator, taken literally. The empty text has no parts. */
export function splitText(text: string, separator: string): string[] {
  return text === '' ? [] : text.split(separator);
}

/** Replaces every occurrence of `search`, taken literally, by `replacement`, taken literally too. */
export function replaceText(text: string, search: string, replacement: string): string {
  return search === '' ? text : text.replaceAll(search, () => replacement);
}

/** The characters from `start` up to `end`, counted in code points; negative ones count from the end. */
export function sliceText(text: string, start: number, end?: number): string {
  return Array.from(text).slice(start, end).join('');
}

/** At most `length` characters, counted in code points; where some are cut, `suffix` (within the length) says so. */
export function truncate(text: string, length: number, suffix = ''): string {
  if (text.length <= length) return text;
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const end = Array.from(suffix).slice(0, length);
  return [...characters.slice(0, length - end.length), ...end].join('');
}

/** The text without this beginning, where it has it. */
export function removePrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** The text without this end, where it has it. */
export function removeSuffix(text: string, suffix: string): string {
  return suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}
