import { expect, test } from 'vitest';
import { cases, makeRun } from '../testing/make-run.ts';
import { accept } from './accept.ts';
import { baselinePath, baselineText, readBaseline } from './baseline-file.ts';

const first = accept(makeRun(cases([5, 3])), { reason: 'the first', date: '2026-01-31' });

test('a baseline is kept by prompt and model; names that no file can have are written otherwise', () => {
  expect(baselinePath({ prompt: 'fill@v1', model: 'claude-x.1' })).toBe('fill@v1/claude-x.1.json');
  expect(baselinePath({ prompt: 'fill@v1', model: '../a b/ü' })).toBe('fill@v1/..%2Fa%20b%2F%C3%BC.json');
  expect(baselinePath({ prompt: '..', model: '..' })).toBe('%2E%2E/%2E%2E.json');
});

test('a move is added to the history, and the rest is that of the new run', () => {
  const moved = accept(makeRun(cases([5, 5])), { reason: ' shorter \n prompt ' }, first);
  expect(moved.history).toEqual([
    { reason: 'the first', date: '2026-01-31', promptHash: 'a'.repeat(64), cases: 2, passAt1: 0.8 },
    { reason: 'shorter prompt', promptHash: 'a'.repeat(64), cases: 2, passAt1: 1 },
  ]);
  expect(moved.cases[1]).toEqual({
    id: 'shop/gap1',
    kind: 'gap',
    must: true,
    passed: 5,
    repeats: 5,
    metrics: { 'shop/gap1#static': 5, 'shop/gap1#visible': 5 },
    body: 'export function of(input: Input): number {\n  return input.amount > 500 ? 2 : 1;\n}\n',
  });
});

test('no reason is no reason', () => {
  expect(() => accept(makeRun(cases([5])), { reason: ' \n' })).toThrow('a baseline is moved for a reason');
});

test('the text is the same for the same run in another order, and is read back as it was', () => {
  const run = makeRun(cases([5, 3]));
  const turned = { ...run, cases: run.cases.toReversed(), expected: run.expected.toReversed() };
  const text = baselineText(accept(run, { reason: 'the first' }));
  expect(baselineText(accept(turned, { reason: 'the first' }))).toBe(text);
  expect(readBaseline(baselineText(first))).toEqual(first);
});

test.each([
  ['{', 'it is not JSON'],
  ['{}', "it must have required property 'version'"],
  [baselineText(first).replace('"passed": 3', '"passed": "3"'), '/cases/1/passed must be integer'],
  [baselineText(first).replace('"passed": 3', '"passed": 6'), 'shop/gap1 passed more often than it was asked'],
  [baselineText({ ...first, history: [] }), '/history must NOT have fewer than 1 items'],
])('a file that cannot be trusted is refused (%#)', (text, reason) => {
  expect(readBaseline(text)).toEqual({ reason });
});
