import { describe, expect, it } from 'vitest';
import { hash } from '../data/hash.ts';
import { manifestText, readManifest, type Manifest, type ManifestFile } from './manifest.ts';

const entries: readonly [string, ManifestFile][] = [
  ['b.ts', { sha256: hash('b'), spec: 'mappings.b' }],
  ['B.ts', { sha256: hash('B'), spec: 'systems.b', symbols: { ping: 'endpoints.ping' } }],
  ['a/x.ts', { sha256: hash('x') }],
];
const manifest: Manifest = {
  files: new Map(entries),
  ejected: new Map([['mine.ts', { sha256: hash('m'), spec: 'logic.mine' }]]),
  notes: { generator: '0.1.0' },
};

describe('the manifest', () => {
  it('is the same whatever order the files come in, and reads as what was written', () => {
    const text = manifestText(manifest);
    expect(manifestText({ ...manifest, files: new Map(entries.toReversed()) })).toBe(text);
    expect(text).toMatch(
      /^\{\n {2}"version": 2,\n {2}"generator": "0.1.0",\n {2}"files": \{\n {4}"B.ts": \{\n {6}"sha256": "[0-9a-f]{64}",\n/,
    );
    expect(readManifest(text)).toEqual(manifest);
  });

  it('does not speak of ejected files where there are none', () => {
    const text = manifestText({ ...manifest, ejected: new Map() });
    expect(text).not.toContain('ejected');
    expect(readManifest(text)).toMatchObject({ ejected: new Map() });
  });

  it('is read as the first version had it', () => {
    expect(readManifest('{"version": 1, "spec": "a.yaml", "files": {"a.ts": "x"}}')).toEqual({
      files: new Map([['a.ts', { sha256: 'x' }]]),
      ejected: new Map(),
      notes: { spec: 'a.yaml' },
    });
  });

  it.each([
    ['{', 'it is not JSON'],
    ['[]', 'it has another version'],
    ['{"version": 3, "files": {}}', 'it has another version'],
    ['{"version": 1}', 'it has no list of files'],
    ['{"version": 2, "files": {}, "ejected": ["a"]}', 'its list of ejected files is none'],
    ['{"version": 1, "files": {"../a": "x"}}', "its entry '../a' is not one that is ever written"],
    ['{"version": 2, "files": {"a": {"sha256": 1}}}', "its entry 'a' is not one that is ever written"],
    [
      '{"version": 2, "files": {}, "ejected": {"/a": {"sha256": "x"}}}',
      "its entry '/a' is not one that is ever written",
    ],
  ])('is not trusted as %s', (text, reason) => {
    expect(readManifest(text)).toEqual({ reason });
  });
});
