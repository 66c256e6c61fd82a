/** A text on one line as a reader sees it: without controls, marks of direction and characters that take no space. */
export function visible(text: string): string {
  return text
    .replaceAll(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
