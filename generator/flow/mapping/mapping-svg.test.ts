import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MappingPicture } from '../../ir/mapping-picture.ts';
import { overlap } from '../layout/geometry.ts';
import { hostileText } from '../testing/flows.ts';
import { layoutMapping, MAPPING_WIDTH } from './layout-mapping.ts';
import { mappingSvg } from './mapping-svg.ts';

const ROW = { to: 'email', reads: [1, 0], firstOf: true, rules: ['trimmed'], gap: false };

function pictures(text: fc.Arbitrary<string>): fc.Arbitrary<MappingPicture> {
  const row = fc.record(
    {
      to: text,
      reads: fc.uniqueArray(fc.nat(5), { maxLength: 4 }),
      firstOf: fc.boolean(),
      code: text,
      rules: fc.array(text, { maxLength: 3 }),
      gap: fc.boolean(),
      note: text,
    },
    { requiredKeys: ['to', 'reads', 'firstOf', 'rules', 'gap'] },
  );
  return fc.record({
    id: text,
    from: text,
    to: text,
    sources: fc.array(text, { minLength: 6, maxLength: 6 }),
    rows: fc.array(row, { maxLength: 10 }),
  });
}

test('no two boxes overlap, and all are on the canvas', () => {
  fc.assert(
    fc.property(
      pictures(fc.constantFrom('', 'id', 'order.customer.email', 'words and words '.repeat(8))),
      (picture) => {
        const { sources, rows, height } = layoutMapping(picture);
        const boxes = [
          ...sources,
          ...rows.flatMap(({ target, rule }) => [target, ...(rule === undefined ? [] : [rule])]),
        ];
        expect(boxes.filter((one, index) => boxes.slice(index + 1).some((other) => overlap(one, other)))).toEqual([]);
        expect(
          boxes.filter(
            ({ x, y, width, height: own }) => x < 0 || y < 0 || x + width > MAPPING_WIDTH || y + own > height,
          ),
        ).toEqual([]);
      },
    ),
  );
});

test('sources that are tried one after the other are numbered', () => {
  const svg = mappingSvg({
    id: 'm',
    from: 'Order',
    to: 'Contact',
    sources: ['contact_email', 'customer.email'],
    rows: [ROW],
  });
  expect(svg).toContain('<desc id="flowright-desc">email: customer.email, else contact_email, trimmed.</desc>');
  expect(svg.match(/class="answer"/g)).toHaveLength(2);
  expect(
    mappingSvg({ id: 'm', from: 'Order', to: 'Contact', sources: ['a', 'b'], rows: [{ ...ROW, firstOf: false }] }),
  ).not.toContain('class="answer"');
});

test('no text of a spec is markup', () => {
  const tags = (picture: MappingPicture): readonly string[] => [...new Set(mappingSvg(picture).match(/<\/?\w+/g))];
  fc.assert(
    fc.property(pictures(hostileText), (picture) => {
      expect(tags(picture).filter((tag) => !/^<\/?(?:svg|title|desc|style|rect|path|text)$/.test(tag))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
