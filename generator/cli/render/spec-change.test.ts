import { expect, it } from 'vitest';
import { specChangeLine } from './spec-change.ts';

const plain = (_style: unknown, text: string): string => text;

it.each([
  [{ path: 'systems.hubspot.retry.attempts', before: 4, after: 5 }, 'systems.hubspot.retry.attempts: 4 → 5'],
  [{ path: 'mappings.m.rows', after: { to: 'note', from: 'note' } }, 'mappings.m.rows: + to: note, from: note'],
  [{ path: 'a.on', before: [429, '5xx'] }, 'a.on: - [429, 5xx]'],
  [{ path: 'a', before: '4', after: { b: { c: null } } }, 'a: "4" → b: { c: null }'],
  [{ path: 'a', before: 'x: y', after: true }, 'a: "x: y" → true'],
])('says %j in a line', (change, line) => {
  expect(specChangeLine(change, plain)).toBe(line);
});

it('is one line of a sensible length', () => {
  expect(specChangeLine({ path: 'a', after: 'x\n'.repeat(500) }, plain).length).toBeLessThan(90);
});
