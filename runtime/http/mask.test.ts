import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from '../ops/testing/any-text.ts';
import { excerpt, maskSecrets } from './mask.ts';

it('hides a secret as it is, percent-encoded and within JSON', () => {
  fc.assert(
    fc.property(
      anyText.filter((text) => text.length >= 4 && !text.includes('*')),
      (secret) => {
        const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
        expect(maskSecrets(forms.join('|'), [secret])).toBe('***|***|***');
      },
    ),
  );
});

it('hides the longer of two first, and leaves alone what is too short to be one', () => {
  expect(maskSecrets('Basic dXNlcg== user', ['user', 'Basic dXNlcg=='])).toBe('*** ***');
  expect(maskSecrets('{"t":"a\\/b+c/d"}', ['a/b+c', 'b+c/d'])).toBe('{"t":"***/d"}');
  expect(maskSecrets('banana', ['a', ''])).toBe('banana');
});

it('cuts an excerpt after masking, on one line', () => {
  expect(excerpt(`a\n\t b\u0007 ${'x'.repeat(290)}secret-token`, ['secret-token'])).toMatch(/^a b x+\*\*\*$/);
  expect(excerpt('y'.repeat(1000), [])).toHaveLength(301);
});
