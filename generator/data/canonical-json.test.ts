import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('orders keys by their UTF-16 units, whole numbers, too', () => {
  // The example of RFC 8785, section 3.2.3, and numbers that objects have in another order.
  const keys = ['\r', '1', '10', '9', '\u0080', 'ö', '€', '😀', '\ufb33'];
  const data = Object.fromEntries(keys.toReversed().map((key) => [key, 0]));
  expect(canonicalJson(data)).toBe(`{${keys.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
});

it('leaves out members that are undefined, and keeps the places of a list', () => {
  expect(canonicalJson({ b: [undefined, -0, { d: 'x', c: undefined }], a: undefined })).toBe(
    '{"b":[null,0,{"d":"x"}]}',
  );
});
