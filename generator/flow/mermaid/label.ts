import { visible } from '../text/visible.ts';

/**
 * Text for a quoted label: what Mermaid, its Markdown or HTML could take for a mark becomes an entity code (`#35;`),
 * which is put back only when the picture is drawn. The letters ﬂ° and ¶ß are Mermaid's own for such a code on its way:
 * a space of no width keeps them apart.
 */
export function escapeLabel(text: string): string {
  const apart = visible(text).replaceAll(/ﬂ(?=°)|¶(?=ß)/g, '$&\u200b');
  return apart.replaceAll(MARKS, (mark) => Array.from(mark, entity).join(''));
}

/**
 * Anything but letters, digits, spaces and these marks: , / ( ) ! ? ' = + - . _
 * Of those, what could begin a list, a rule or a heading at the start, make emphasis, or begin an address.
 */
const MARKS =
  /[^\p{L}\p{N}\p{M} ,/()!?'=+\-._→…]|^[=+-]+|(?<=^\d+)[.)]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=www)\./giu;

function entity(character: string): string {
  return `#${String(character.codePointAt(0))};`;
}
