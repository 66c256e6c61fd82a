import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Data } from '../../data/data.ts';
import { isRecord } from '../../data/is-record.ts';
import { parseText } from '../text/parse-text.ts';
import { validateSpec } from './validate-spec.ts';

const valid: Data = {
  flowright: 1,
  name: 'shop',
  type: ['realTime'],
  systems: {
    s: {
      baseUrl: 'https://s.test',
      auth: { apiKey: { header: 'X', secret: 'S' } },
      retry: { attempts: 2, on: [429, '5xx'] },
    },
  },
  models: { A: { fields: { a: 'string', b: [{ fields: { c: 'integer' } }] } }, B: { infer: ['./b.json'] } },
  endpoints: {
    e: {
      system: 's',
      method: 'GET',
      path: '/e',
      query: { limit: 5, q: { optional: true } },
      pagination: { link: true, items: 'data' },
    },
  },
  mappings: {
    m: {
      from: 'A',
      to: 'B',
      rows: [{ to: 'x', from: ['a', 'b'], pipe: ['trim', { round: 2 }, { date: { to: 'iso' } }] }],
    },
  },
  workflows: {
    w: {
      trigger: { webhook: { path: '/w', signature: { none: true }, payload: 'A', dedupe: { header: 'X' } } },
      steps: [
        { when: 'a', then: [{ id: 'v', set: { logic: 'l', with: { x: 'a', y: { from: 'b' } } }, keep: '5m' }] },
        { forEach: 'i', in: 'list', do: [{ call: 'e' }, { guard: { unless: 'i', fail: 'not_found' } }] },
      ],
      acceptanceCriteria: [{ id: 'AC1', text: 't', given: { request: {} }, expect: { calls: [{ call: 'e' }] } }],
    },
  },
};

/** Ways to break a value, told by a number. */
const changes: readonly ((value: Data) => Data)[] = [
  () => null,
  () => 7,
  () => 'odd one',
  () => [],
  () => ({}),
  (value) => [value],
  (value) => ({ odd: value }),
  (value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).slice(1)) : true),
  (value) => (isRecord(value) ? { ...value, extra: 1 } : -1),
  (value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [`${key}x`, one])) : 'x'),
];

/** Changes the part of the data to which the numbers lead. */
function broken(data: Data, way: readonly number[], change: (value: Data) => Data): Data {
  const [turn, ...rest] = way;
  const entries: readonly [string, Data][] = Array.isArray(data) || isRecord(data) ? Object.entries(data) : [];
  if (turn === undefined || entries.length === 0) return change(data);
  const chosen = turn % entries.length;
  const next = entries.map(([key, value], at): [string, Data] => [
    key,
    at === chosen ? broken(value, rest, change) : value,
  ]);
  return Array.isArray(data) ? next.map(([, value]) => value) : Object.fromEntries(next);
}

it('says of any broken spec what is wrong and where, in few and plain words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }),
      fc.constantFrom(...changes),
      async (way, change) => {
        const { data, place } = parseText('a.yaml', stringify(broken(valid, way, change)));
        const result = await validateSpec(data ?? null, place);
        if ('spec' in result) return;
        expect(result.diagnostics.length).toBeGreaterThan(0);
        expect(result.diagnostics.length).toBeLessThan(9);
        for (const one of result.diagnostics) {
          expect(one.place).toBeDefined();
          expect(one.code).not.toBe('FR9001');
          expect(`${one.message} ${one.fix ?? ''}`).not.toMatch(/undefined|NaN|\[object|oneOf|anyOf/);
        }
      },
    ),
    { numRuns: 150 },
  );
});

it('accepts the spec that was broken', async () => {
  const { data, place } = parseText('a.yaml', stringify(valid));
  expect(await validateSpec(data ?? null, place)).toHaveProperty('spec');
});
