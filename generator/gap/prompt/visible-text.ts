/**
 * What a reader of a text cannot see, and a model can: control characters but for tabs and line ends, marks of direction, joiners and tags
 * (category Cf), what is assigned to nothing or to private use, variation selectors, and letters that are drawn as nothing.
 */
const INVISIBLE =
  /[\p{Cf}\p{Co}\p{Cn}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0]/gu;

const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** A text as a reader sees it: without invisible characters, its line ends as `\n`. */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(CONTROL, '')
    .replaceAll(INVISIBLE, '');
}

/** The same, on one line. */
export function visibleLine(text: string): string {
  return visibleText(text)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

/** JSON in which every invisible character is escaped: the value stays what it is, and shows what it is. */
export function visibleJson(value: unknown): string {
  const json = JSON.stringify(value) ?? 'undefined';
  return json.replaceAll(/[\u2028\u2029\u007F-\u009F]/g, escaped).replaceAll(INVISIBLE, escaped);
}

function escaped(character: string): string {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
    .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
    .join('');
}
