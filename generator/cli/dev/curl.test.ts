import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlLine } from './curl.ts';
import { shellQuote } from './shell-quote.ts';

describe('shellQuote', () => {
  it('makes one word of any text', () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom("'", '"', '$', '`', '\\', '\n', ' ', '!', 'a', 'ü', '*', '-') }),
      { minLength: 40, maxLength: 40 },
    );
    fc.assert(
      fc.property(texts, (words) => {
        const shown = execFileSync('sh', ['-c', `printf '%s\\0' ${words.map(shellQuote).join(' ')}`], {
          encoding: 'utf8',
        });
        expect(shown.split('\0').slice(0, -1)).toEqual(words);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves plain words as they are', () => {
    expect(shellQuote('http://127.0.0.1:3000/a/b')).toBe('http://127.0.0.1:3000/a/b');
    expect(shellQuote('')).toBe("''");
  });
});

describe('curlLine', () => {
  const delivery = {
    method: 'POST',
    url: 'http://127.0.0.1:3000/orders',
    headers: { 'x-signature': 'ab=' },
    body: `{"name":"O'Neil"}`,
  };

  it('is one line for a POSIX shell', () => {
    expect(curlLine(delivery)).toBe(
      `curl -i -X POST http://127.0.0.1:3000/orders -H 'x-signature: ab=' --data-raw '{"name":"O'\\''Neil"}'`,
    );
  });

  it('gives each delivery an id of its own where the webhook wants one', () => {
    expect(curlLine({ ...delivery, idHeader: 'x-id' })).toContain(`-H "x-id: try-$(date +%s)"`);
  });
});
