/** Text as it may stand in XML 1.0, in content and in an attribute: what no XML can hold at all becomes U+FFFD. */
export function xml(text: string): string {
  return text
    .replaceAll(NO_XML, '\uFFFD')
    .replaceAll(/[&<>"'\t\n\r]/g, (character) => `&#${String(character.codePointAt(0))};`);
}

// The point of this pattern is to find control characters and halves of pairs.
// oxlint-disable-next-line no-control-regex
const NO_XML = /[^\u0009\u000A\u000D\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
