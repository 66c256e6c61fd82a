import { describe, expect, test } from 'vitest';
import { problemsOf } from './testing/check-text.ts';
import { mappingText, specText } from './testing/spec-text.ts';

/** What is unknown is said once; nothing that is made of it is wrong, too. */
const UNKNOWN = "FR2001 [Nowhere] no type 'Nowhere' → define the type, or correct the name";

describe('a field whose type is unknown', () => {
  test.each([
    'from: odd',
    'from: odd.deep.deeper',
    'from: odd, pipe: [trim, lower]',
    'from: odd, pipe: [number, { round: 2 }, string]',
    'from: odd, pipe: [{ split: "," }, first, trim]',
    'from: odd, pipe: [{ filter: item.a }, { sort: b }, { join: "," }]',
    'template: "{odd} and {odd.name}"',
    'expr: "odd.total > 3 ? odd.name : odd.other"',
    "expr: \"odd ? 'a' : 'b'\"",
    'from: odd, map: inner',
    'from: "odd[].name", pipe: [first]',
    'from: [odd, id]',
  ])('as a source: %s', async (row) => {
    const found = await problemsOf(
      mappingText('{ id: string, odd: Nowhere }', '{ a: string }', [`{ to: a, ${row} }`], {
        models: { Inner: '{ fields: { x: string } }' },
        mappings: 'inner: { from: Inner, to: Inner, project: true }',
      }),
    );
    expect(found).toEqual([UNKNOWN]);
  });

  test.each(['from: id', 'from: maybe', 'const: 3', 'const: null', 'expr: "{ a: id }"'])(
    'as a target: %s',
    async (row) => {
      const source = '{ id: string, maybe?: string | null }';
      expect(await problemsOf(mappingText(source, '{ a: Nowhere }', [`{ to: a, ${row} }`]))).toEqual([UNKNOWN]);
    },
  );

  test('as a target with fields, or with items', async () => {
    const source = '{ id: string, list?: [string] }';
    const rows = ['{ to: a.b, from: id }', '{ to: "c[].d", from: "list[]" }'];
    expect(await problemsOf(mappingText(source, '{ a: Nowhere, c: Nowhere }', rows))).toEqual([UNKNOWN, UNKNOWN]);
  });
});

test('a model that is unknown, wherever it is used', async () => {
  const text = specText({
    models: { Row: '{ fields: { id: string } }' },
    endpoints: [
      'list: { system: shop, method: GET, path: /rows, response: Nowhere, pagination: { cursor: { param: c, from: next }, items: items } }',
      'read: { system: shop, method: GET, path: /rows/1, response: Nowhere }',
      'write: { system: shop, method: POST, path: /rows, request: Nowhere }',
    ].join('\n'),
    logic: 'judge: { rule: Judge., input: { row: Nowhere }, output: Nowhere }',
    trigger:
      '{ webhook: { path: /in, signature: { none: true }, payload: Nowhere, as: row, filter: row.a > 3, dedupe: { path: id } } }',
    checkpoint: '{ at: { type: Nowhere, initial: 0 } }',
    steps: [
      '- { id: rows, call: list }',
      '- { id: one, call: read }',
      '- { guard: { unless: one, fail: gone } }',
      '- { guard: { when: "one.state === 3 && !one.gone", fail: gone } }',
      '- { id: verdict, logic: judge, with: { row: "{row}" } }',
      '- { id: verdictOfNothing, logic: judge, with: { row: null } }',
      '- forEach: item\n  in: one.items\n  do: [{ call: write, with: { body: { a: "{item.b}", c: "{verdict.d} {verdictOfNothing}" } } }]',
      '- checkpoint: { at: "{one.at}" }',
    ],
  });
  expect([...new Set(await problemsOf(text))]).toEqual([UNKNOWN]);
});

test('a mapping to and from what is unknown', async () => {
  const text = (from: string, to: string): string =>
    specText({
      models: { Row: '{ fields: { id: string } }' },
      mappings: `convert: { from: ${from}, to: ${to}, rows: [{ to: id, from: id }] }`,
      trigger: '{ manual: { input: Row, as: row } }',
      steps: [
        '- { id: one, map: convert, from: row }',
        '- respond: { status: 200, body: { a: "{one.id} {one.name}" } }',
      ],
    });
  expect(await problemsOf(text('Nowhere', 'Row'))).toEqual([UNKNOWN, expect.stringMatching(/^FR2003 \[name\]/)]);
  expect(await problemsOf(text('Row', 'Nowhere'))).toEqual([UNKNOWN]);
});

test('a model that cannot be inferred', async () => {
  const text = mappingText('{ id: string, odd: Odd }', '{ a: string }', ['{ to: a, from: odd.name }'], {
    models: { Odd: '{ infer: ./odd.json, at: "rows[]" }' },
  });
  expect(await problemsOf(text, { 'odd.json': {} })).toEqual([
    'FR2012 ["rows[]"] the payloads hold nothing at \'rows[]\' → correct the path, or the files',
  ]);
});
