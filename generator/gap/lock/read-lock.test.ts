import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GapLock } from './gap-lock.ts';
import { lockText, readLock } from './read-lock.ts';

const lock: GapLock = {
  version: 1,
  contract: 'a'.repeat(64),
  body: 'b'.repeat(64),
  tested: 'c'.repeat(64),
  attachments: [{ file: '../docs/api.md', sha256: 'd'.repeat(64) }],
  provenance: {
    by: 'model',
    model: 'm',
    via: 'batch',
    prompt: 'fill@v1',
    promptHash: 'e'.repeat(64),
    tries: 2,
    usage: { input: 10 },
    cost: 0.5,
    edited: true,
  },
};

test('a lock is read as it was written', () => {
  expect(readLock(lockText(lock))).toEqual(lock);
  expect(readLock(lockText({ ...lock, provenance: { by: 'hand' } }))).toMatchObject({ provenance: { by: 'hand' } });
});

test.each<[string, unknown, string]>([
  ['another version', { ...lock, version: 2 }, 'it has another version than 1'],
  ['no object', [lock], 'it is no object'],
  ['a hash that is none', { ...lock, tested: '../x' }, "its 'contract', 'body' and 'tested' are not hashes"],
  [
    'an absolute attachment',
    { ...lock, attachments: [{ file: '/etc/passwd', sha256: 'd'.repeat(64) }] },
    "its 'attachments' are not files with their hashes",
  ],
  ['no author', { ...lock, provenance: { by: 'nobody' } }, "its 'provenance' does not say where the body is from"],
  [
    'a cost below nothing',
    { ...lock, provenance: { ...lock.provenance, cost: -1 } },
    "its 'provenance' does not say where the body is from",
  ],
])('a lock with %s is not trusted', (_, data, reason) => {
  expect(readLock(JSON.stringify(data))).toEqual({ reason });
});

test('whatever stands in a lock, it is read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readLock(text)).toHaveProperty('reason');
    }),
  );
});
