import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from '../testing/flows.ts';
import { graphemes, measure } from './measure.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

const FACE = { size: 12 };

test('no line is wider than it may be, and nothing of the text is lost', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 40, max: 300 }), (text, width) => {
      const lines = wrap(text, width, FACE);
      expect(lines.filter((line) => graphemes(line).length > 1 && measure(line, FACE) > width)).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(visible(text).replaceAll(' ', ''));
    }),
  );
});

test('names break where their parts join', () => {
  expect(wrap('POST /crm/v3/objects/line_items/batch', 150, { size: 11, mono: true })).toEqual([
    'POST /crm/v3/objects/',
    'line_items/batch',
  ]);
  expect(wrap('aLongNameOfSomething', 90, { size: 13, mono: true })).toEqual(['aLongNameOf', 'Something']);
  expect(wrap(' \n ', 90, FACE)).toEqual([]);
});
