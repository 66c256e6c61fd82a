/**
 * Text as it may go to a terminal: control characters (and with them escape sequences), line breaks and the marks that
 * turn the direction of writing are shown as symbols. Tabs stay.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x24_00 + code);
    return code === 0x7f ? '␡' : '�';
  });
}

// The point of this pattern is to find control characters.
const unprintable =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFEFF]/gu;
