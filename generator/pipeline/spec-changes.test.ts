import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specChanges } from './spec-changes.ts';

const changes = (before: unknown, after: unknown) =>
  specChanges({ spec: before, files: {} }, { spec: after, files: {} });

describe('specChanges', () => {
  it('says which value became which', () => {
    const spec = (attempts: number) => ({ systems: { hubspot: { retry: { attempts } } } });
    expect(changes(spec(4), spec(5))).toEqual([{ path: 'systems.hubspot.retry.attempts', before: 4, after: 5 }]);
  });

  it('says what came and what went', () => {
    expect(changes({ a: { b: 1 }, c: 2 }, { a: { b: 1, d: [] } })).toEqual([
      { path: 'a.d', after: [] },
      { path: 'c', before: 2 },
    ]);
  });

  it('knows the items of a list by their names', () => {
    const before = { rows: [{ to: 'name', from: 'a' }, { to: 'amount', from: 'b' }, { to: 'old' }] };
    const after = { rows: [{ to: 'note' }, { to: 'name', from: 'a' }, { to: 'amount', from: 'c' }] };
    expect(changes(before, after)).toEqual([
      { path: 'rows', after: { to: 'note' } },
      { path: 'rows[2].from', before: 'b', after: 'c' },
      { path: 'rows', before: { to: 'old' } },
    ]);
  });

  it('takes an item without a name for the one in whose place it is', () => {
    expect(changes({ pipe: ['number', { round: 2 }] }, { pipe: ['number', { round: 3 }] })).toEqual([
      { path: 'pipe[1].round', before: 2, after: 3 },
    ]);
    expect(changes({ on: [429, '5xx'] }, { on: [429, 'network'] })).toEqual([
      { path: 'on', before: '5xx' },
      { path: 'on', after: 'network' },
    ]);
  });

  it('looks into the files that a spec refers to', () => {
    const files = (type: string, sha256: string) => ({
      'a.json': { properties: { x: { type } } },
      'p.json': { sha256 },
    });
    expect(specChanges({ spec: {}, files: files('string', '1') }, { spec: {}, files: files('number', '2') })).toEqual([
      { path: 'a.json#properties.x.type', before: 'string', after: 'number' },
      { path: 'p.json#sha256', before: '1', after: '2' },
    ]);
    expect(specChanges({ spec: {}, files: {} }, { spec: {}, files: { 'p.json': { sha256: '1' } } })).toEqual([
      { path: 'p.json', after: { sha256: '1' } },
    ]);
  });

  it('finds nothing between what is the same, and something between what is not', () => {
    const data = fc.letrec((tie) => ({
      node: fc.oneof(
        fc.constantFrom<unknown>(1, 'a', null),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'to', 'id'), tie('node'), { noNullPrototype: true }),
      ),
    })).node;
    fc.assert(
      fc.property(data, data, (before, after) => {
        expect(changes(before, structuredClone(before))).toEqual([]);
        expect(changes(before, after).length > 0).toBe(
          JSON.stringify(sorted(before)) !== JSON.stringify(sorted(after)),
        );
      }),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
