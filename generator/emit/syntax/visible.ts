/** Controls, bidi marks, invisible and private characters, line separators, lone surrogates: what a reader cannot see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u;
const INVISIBLE_ALL = new RegExp(INVISIBLE, 'gu');

export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** Writes every character that a reader cannot see as its escape: `\u202e`. */
export function makeVisible(text: string): string {
  return text.replaceAll(INVISIBLE_ALL, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
