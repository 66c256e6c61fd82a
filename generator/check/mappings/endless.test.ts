import { describe, expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';

const NODE =
  '{ fields: { id: string, "next?": Node, other: Node | null, children: [Node], more?: [Node], named: { additionalProperties: { $ref: "#/models/Node" } } } }';
const OUT = '{ fields: { id: string, "a?": any } }';

/** What is wrong with mappings of `Node`, each with this row to `a`. */
async function problems(rows: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const [first = ''] = Object.keys(rows);
  const text = specText({
    models: { Node: NODE, Pair: '{ fields: { node: Node, pair: Pair } }', Out: OUT },
    mappings: Object.entries(rows)
      .map(([id, row]) => {
        const from = id.startsWith('pair') ? 'Pair' : 'Node';
        const name = from === 'Pair' ? 'node.id' : 'id';
        return `${id}: { from: ${from}, to: Out, rows: [{ to: id, from: ${name} }, { to: a, ${row} }] }`;
      })
      .join('\n'),
    endpoints: 'put: { system: shop, method: PUT, path: /out, request: Out }',
    trigger: `{ manual: { input: ${first.startsWith('pair') ? 'Pair' : 'Node'}, as: node } }`,
    steps: [`- { id: out, map: ${first}, from: node }`, '- { call: put, with: { body: "{out}" } }'],
  });
  return (await problemsOf(text)).filter((one) => !one.includes("nothing uses the model 'Pair'"));
}

describe('a mapping may apply itself', () => {
  test.each([
    'from: next, map: m',
    'from: other, map: m',
    'from: children, map: m',
    'from: more, map: m',
    'from: "children[0]", map: m',
    'from: children, pipe: [first, { map: m }]',
    'from: "children[].next", map: m',
    'from: named.x, map: m',
    'from: [next, other], map: m',
  ])('to what ends: %s', async (row) => {
    expect(await problems({ m: row })).toEqual([]);
  });

  test.each([
    ["from: '.', map: m"],
    ["from: '.', map: m, when: next"],
    ["from: [next, '.'], map: m"],
    ["from: '.', pipe: [{ map: m }]"],
  ])('but not to its own source: %s', async (row) => {
    expect(await problems({ m: row })).toEqual([
      'FR2025 [m] the mapping applies itself without end: m → m → apply it to a field that may be missing, or to each item of a list',
    ]);
  });

  test('but not to a field that is always there', async () => {
    expect(await problems({ pair: 'from: pair, map: pair' })).toEqual([
      expect.stringMatching(/^FR2025 \[pair\] the mapping applies itself without end: pair → pair →/),
    ]);
  });
});

test('mappings may apply each other where one of them goes on to what may be missing', async () => {
  expect(await problems({ one: "from: '.', map: two", two: 'from: next, map: one' })).toEqual([]);
  expect(await problems({ one: "from: '.', map: two", two: "from: '.', map: one" })).toEqual([
    expect.stringMatching(/^FR2025 \[two\] the mapping applies itself without end: one → two → one →/),
  ]);
});
