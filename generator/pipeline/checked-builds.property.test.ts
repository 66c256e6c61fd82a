import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSpec } from '../check/check-spec.ts';
import { checkText, loadText } from '../check/testing/check-text.ts';
import { emitIntegration } from '../emit/emit-integration.ts';
import { typeCheck } from '../emit/testing/type-check.ts';
import { planIntegration } from '../plan/plan-integration.ts';

const TYPES = [
  'string',
  'number',
  'integer',
  'boolean',
  'datetime',
  '{ enum: [a, b] }',
  '{ enum: [1, 2] }',
  '"string | null"',
  '"number | null"',
  '[string]',
  '["number | null"]',
  'Item',
  '"Item | null"',
  '"Item[]"',
  '"Item[] | null"',
  'Tree',
  '"Item | string"',
  'any',
  '{ fields: { "*": number } }',
] as const;
const PIPES = [
  'number',
  'integer',
  'string',
  'boolean',
  'trim',
  'upper',
  'first',
  'last',
  'count',
  'sum',
  'min',
  'unique',
  'compact',
  'sort',
  '{ typed: string }',
  '{ date: isoDate }',
  '{ lookup: colours }',
  '{ split: "," }',
  '{ slice: [1] }',
  '{ round: 0 }',
  '{ multiply: 0.5 }',
  '{ at: -1 }',
  '{ join: "," }',
  '{ map: keep }',
  '{ get: a }',
  '{ sum: b }',
  '{ sort: a }',
  '{ filter: "item.b" }',
  '{ json: stringify }',
  'nonEmpty',
  'urlEncode',
  '{ removePrefix: a }',
  '{ typed: object }',
  '{ typed: array }',
  '{ date: { from: epochSeconds, to: iso, otherwise: keep } }',
  '{ date: { to: isoDate, otherwise: omit } }',
  '{ unique: { by: a, keep: last } }',
  '{ max: { as: wholeNumber } }',
  '{ min: { by: b, as: number } }',
  '{ maxBy: { by: a, as: text } }',
  '{ sort: { by: c, as: number } }',
  '{ until: "item.b" }',
  '{ take: 2 }',
  '{ chunk: 2 }',
  '{ group: b }',
  '{ keyed: a }',
  '{ merge: y }',
  'keys',
  'list',
  'values',
] as const;
const SOURCES = [
  'from: x',
  "from: 'x[]'",
  "from: 'x[].a'",
  'from: x.a',
  'from: x.b',
  'from: [x, y]',
  'const: a',
  'const: 1',
  'const: { a: b }',
  'const: null',
  'template: "v{y}"',
  'expr: "x ?? y"',
  'expr: "x ? x : y"',
  'expr: "[x, y]"',
  'expr: "x.map((i) => i.a)"',
  'expr: "x && y"',
  'expr: "{ a: y, b: 1 }"',
  'expr: "[...x, ...y]"',
  'expr: "isText(x) ? x : y"',
  'expr: "isObject(x) ? x.a : y"',
  'expr: "isNumber(x) && x > 1 ? x : 0"',
  'expr: "x.filter((i) => isText(i))"',
  'expr: "merge(x, y)"',
  'expr: "range(1, x)"',
  'rule: decide, with: { x: x }',
] as const;
const AFTER = [
  '',
  '',
  '',
  ', default: a',
  ', default: 1',
  ', default: []',
  ', absent: omit',
  ", absent: 'null'",
  ', absent: empty',
  ', when: y',
  ', when: y, default: a',
] as const;

const optional = fc.boolean().map((is) => (is ? '?' : ''));
const mapping = fc.record({
  x: fc.constantFrom(...TYPES),
  y: fc.constantFrom(...TYPES),
  out: fc.constantFrom(...TYPES),
  optional: fc.tuple(optional, optional, optional),
  source: fc.constantFrom(...SOURCES),
  pipe: fc.array(fc.constantFrom(...PIPES), { maxLength: 2 }),
  after: fc.constantFrom(...AFTER),
});
type Mapping = typeof mapping extends fc.Arbitrary<infer Value> ? Value : never;

/** One spec of many mappings, each with a workflow that applies it. */
function specOf(mappings: readonly Mapping[]): string {
  return [
    'flowright: 1',
    'name: many',
    'systems: { shop: { baseUrl: https://shop.example.com } }',
    'models:',
    '  Item: { fields: { a: string, "b?": number, "c?": string | null } }',
    '  Tree: { fields: { a: string, "b?": [Tree] } }',
    ...mappings.flatMap(({ x, y, out, optional: [one, two, three] }, index) => [
      `  S${String(index)}: { fields: { "x${one}": ${x}, "y${two}": ${y} } }`,
      `  T${String(index)}: { fields: { "out${three}": ${out} } }`,
    ]),
    'tables: { colours: { a: red, b: blue } }',
    'mappings:',
    '  keep: { from: Item, to: Item, project: true }',
    ...mappings.map(
      ({ source, pipe, after }, index) =>
        `  m${String(index)}: { from: S${String(index)}, to: T${String(index)}, rows: [{ to: out, ${source}${pipe.length === 0 ? '' : `, pipe: [${pipe.join(', ')}]`}${after} }] }`,
    ),
    'workflows:',
    ...mappings.map(
      (_, index) =>
        `  w${String(index)}: { trigger: { manual: { input: S${String(index)}, as: source } }, steps: [{ id: made, map: m${String(index)}, from: source }, { respond: { status: 200, body: "{made}" } }] }`,
    ),
    '',
  ].join('\n');
}

test('a mapping that passes the check becomes code that the compiler takes', { timeout: 120_000 }, async () => {
  const tried = fc.sample(mapping, { numRuns: 600, seed: Number(process.env['FUZZ_SEED'] ?? 1) });
  const passed: Mapping[] = [];
  for (const one of tried) {
    const { checked, diagnostics } = await checkText(specOf([one]));
    if (checked === undefined) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    else passed.push(one);
  }
  expect(passed.length).toBeGreaterThan(20);
  const { checked } = checkSpec(await loadText(specOf(passed)));
  if (checked === undefined) throw new Error('mappings that pass alone must pass together');
  const files = await emitIntegration(planIntegration(checked, '/specs/out/many'));
  const said = typeCheck(
    files.filter(({ path }) => path.startsWith('src/')),
    'runtime/index.ts',
  )
    .split('\n')
    .filter((line) => line.startsWith('src/'));
  expect(said.length === 0 ? [] : [...said, specOf(passed)]).toEqual([]);
});
