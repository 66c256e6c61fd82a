import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkTarget, parseLinkHeader } from './link-header.ts';
import { anyAscii, anyUrl } from '../ops/testing/any-text.ts';

it('finds a relation among several links, quoted or not, in any case, beside other relations', () => {
  expect(linkTarget('<https://a/1>; rel="prev", <https://a/3>; rel="next"')).toBe('https://a/3');
  expect(linkTarget('<https://a/1>;rel=next')).toBe('https://a/1');
  expect(linkTarget('<https://a/1> ; title="a, b; rel=next" ; REL = "last NEXT"')).toBe('https://a/1');
  expect(linkTarget('<https://a/?q=1,2;3>; rel="next"')).toBe('https://a/?q=1,2;3');
  expect(linkTarget('<a>; rel="prev"; rel="next"')).toBeUndefined();
  expect(linkTarget('<a>; rel="nextish"')).toBeUndefined();
  expect(linkTarget('<a>; rel="last"', 'last')).toBe('a');
  expect(linkTarget('')).toBeUndefined();
});

it('keeps quoted text whole and skips what is malformed', () => {
  expect(parseLinkHeader('<a>; title="say \\"hi\\", <b>"; rel=x')).toEqual([
    { target: 'a', parameters: { title: 'say "hi", <b>', rel: 'x' } },
  ]);
  expect(parseLinkHeader('nonsense, <a>; rel=next, <b')).toEqual([{ target: 'a', parameters: { rel: 'next' } }]);
  expect(parseLinkHeader('<a>; rel="open')).toEqual([{ target: 'a', parameters: { rel: 'open' } }]);
  expect(parseLinkHeader('<a>;;; rel=next;, <b> junk; rel=x')).toEqual([
    { target: 'a', parameters: { rel: 'next' } },
    { target: 'b', parameters: {} },
  ]);
});

it('reads back whatever was written', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9*-]{0,8}$/);
  const parameters = fc.dictionary(name, anyAscii, { noNullPrototype: true });
  fc.assert(
    fc.property(fc.array(fc.record({ target: anyUrl, parameters }), { maxLength: 5 }), (links) => {
      const header = links.map((link) => {
        const written = Object.entries(link.parameters).map(
          ([key, value]) => `; ${key}="${value.replace(/["\\]/g, '\\$&')}"`,
        );
        return `<${link.target}>${written.join('')}`;
      });
      expect(parseLinkHeader(header.join(', '))).toEqual(links);
    }),
  );
});

it('takes any text without an error', () => {
  const noise = fc.string({ unit: fc.constantFrom('<', '>', ';', ',', '"', '\\', '=', ' ', 'a', 'rel', 'next') });
  fc.assert(fc.property(noise, (header) => void parseLinkHeader(header)));
});
