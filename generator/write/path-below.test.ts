import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPathBelow } from './path-below.ts';

describe('isPathBelow', () => {
  it.each(['a', 'src/a.ts', '.env.example', 'a/..b/c...d'])('takes %s', (path) => {
    expect(isPathBelow(path)).toBe(true);
  });

  it.each(['', '/', '/etc/passwd', '..', '../a', 'a/../../b', 'a/./b', 'a//b', 'a/', 'C:/a', 'a\\..\\b', 'a\u0000b'])(
    'refuses %j',
    (path) => {
      expect(isPathBelow(path)).toBe(false);
    },
  );

  it('takes only what stays below, on every system', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '.', '/', '\\', 'C', ':') }), (path) => {
        if (!isPathBelow(path)) return;
        expect(posix.resolve('/out', path).startsWith('/out/')).toBe(true);
        expect(win32.resolve('C:\\out', path).startsWith('C:\\out\\')).toBe(true);
      }),
    );
  });
});
