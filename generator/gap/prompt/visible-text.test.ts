import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visibleJson, visibleLine, visibleText } from './visible-text.ts';

it('takes out what nobody sees', () => {
  const tags = [...'ignore'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
  expect(visibleText(`a\u202Eb\u200Bc\u0000d\u001Be\uFEFFf${tags}g\uFE0Fh\u00ADi\u3164j`)).toBe('abcdefghij');
});

it('keeps tabs, line ends, accents and letters of every script', () => {
  expect(visibleText('Zoë\t¥\r\nЖ 東京\rأ\u2028ß')).toBe('Zoë\t¥\nЖ 東京\nأ\nß');
  expect(visibleLine('  one\n   two \r\n three ')).toBe('one two three');
});

it('keeps the value of JSON, and shows what it holds', () => {
  expect(visibleJson({ name: 'a\u202Eb\u{E0041}' })).toBe(String.raw`{"name":"a\u202eb\udb40\udc41"}`);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(visibleJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
