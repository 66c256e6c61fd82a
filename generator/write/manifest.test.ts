import { describe, expect, it } from 'vitest';
import { hash, manifestText, readManifest } from './manifest.ts';

describe('the manifest', () => {
  it('is the same whatever order the files come in', () => {
    const files: readonly [string, string][] = [
      ['b.ts', hash('b')],
      ['B.ts', hash('B')],
      ['a/x.ts', hash('x')],
    ];
    const text = manifestText(new Map(files), { generator: '0.1.0' });
    expect(manifestText(new Map(files.toReversed()), { generator: '0.1.0' })).toBe(text);
    expect(text).toMatch(
      /^\{\n {2}"version": 1,\n {2}"generator": "0.1.0",\n {2}"files": \{\n {4}"B.ts": "[0-9a-f]{64}",\n/,
    );
    expect(readManifest(text)).toEqual({ files: new Map(files) });
  });

  it.each([
    ['{', 'it is not JSON'],
    ['[]', 'it has another version'],
    ['{"version": 2, "files": {}}', 'it has another version'],
    ['{"version": 1}', 'it has no list of files'],
    ['{"version": 1, "files": {"../a": "x"}}', "its entry '../a' is not one that is ever written"],
    ['{"version": 1, "files": {"a": 1}}', "its entry 'a' is not one that is ever written"],
  ])('is not trusted as %s', (text, reason) => {
    expect(readManifest(text)).toEqual({ reason });
  });
});
