import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathSegment } from './path-segment.ts';
import { anyText } from '../ops/testing/any-text.ts';

it('stays one segment of a URL and is read back', () => {
  fc.assert(
    fc.property(
      anyText.filter((text) => text !== '' && text !== '.' && text !== '..'),
      (text) => {
        const url = new URL(`https://a/x/${pathSegment(text)}/y`);
        const [, , segment = ''] = url.pathname.split('/');
        expect(url.pathname.split('/')).toHaveLength(4);
        expect(decodeURIComponent(segment)).toBe(text);
      },
    ),
  );
  expect(pathSegment(42)).toBe('42');
});

it('refuses what would change which resource is meant', () => {
  for (const value of ['', '.', '..', Number.NaN, Infinity])
    expect(() => pathSegment(value)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
});
