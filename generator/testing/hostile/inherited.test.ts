import { expect, test } from 'vitest';
import { checkText, problemsOf } from '../../check/testing/check-text.ts';
import { mappingText, specText } from '../../check/testing/spec-text.ts';
import { emitIntegration } from '../../emit/emit-integration.ts';
import { typeCheck } from '../../emit/testing/type-check.ts';
import { planIntegration } from '../../plan/plan-integration.ts';
import { LONGEST } from './settings.ts';

/** What the compiler says of the code of a spec, and the code. */
async function compile(text: string): Promise<{ readonly said: string; readonly code: string }> {
  const { checked } = await checkText(text);
  if (checked === undefined) throw new Error((await problemsOf(text)).join('\n'));
  const all = await emitIntegration(planIntegration(checked, '/specs/out/sample'));
  const files = all.filter(({ path }) => path.startsWith('src/'));
  return { said: typeCheck(files, 'runtime/index.ts'), code: files.map((file) => file.text).join('\n') };
}

test('optional target fields may be called as what every object inherits', { timeout: LONGEST }, async () => {
  const target =
    '{ "toString?": string, "valueOf?": number, "constructor?": string, "in?": { fields: { "toString?": string, id: string } }, "list?": [{ fields: { "valueOf?": string, id: string } }] }';
  const source = '{ id: string, "x?": string, "toString?": string, ids: [string] }';
  const { said, code } = await compile(
    mappingText(source, target, [
      '{ to: toString, from: x }',
      '{ to: in.id, from: id }',
      '{ to: in.toString, from: toString }',
      '{ to: "list[].id", from: "ids[]" }',
    ]),
  );
  expect(said).toBe('');
  expect(code).toContain('as Target');
});

test('a request that is written in a step may leave such a field out', { timeout: LONGEST }, async () => {
  const { said } = await compile(
    specText({
      endpoints:
        'put: { system: shop, method: PUT, path: /x, request: { fields: { id: string, "toString?": string, "in?": { fields: { "valueOf?": string, id: string } } } } }',
      steps: ['- { call: put, with: { body: { id: a, in: { id: b } } } }'],
    }),
  );
  expect(said).toBe('');
});

test('kept values may be empty lists, and have such fields', { timeout: LONGEST }, async () => {
  const { said, code } = await compile(
    specText({
      steps: [
        '- { id: none, set: { const: [] }, keep: forever }',
        '- { id: nested, set: { const: [[]] }, keep: 1h }',
        '- { id: within, set: { const: { list: [], toString: [1] } }, keep: forever }',
        '- respond: { status: 200, body: ["{none}", "{nested}", "{within}"] }',
      ],
    }),
  );
  expect(said).toBe('');
  expect(code).toContain('Array.isArray(value) && value.length === 0');
});

test('sources and inputs may be called so, and are missed where they are not given', async () => {
  const text = specText({
    models: { Source: '{ fields: { id: string } }', Target: '{ fields: { id: string } }' },
    mappings: [
      'convert: { from: { hasOwnProperty: Source, other: Source }, to: Target, rows: [{ to: id, from: hasOwnProperty.id }] }',
      'decide: { from: Source, to: Target, rows: [{ to: id, logic: choose }] }',
    ].join('\n'),
    logic: 'choose: { rule: Any of them., input: { toString: string }, output: string }',
    trigger: '{ manual: { input: Source, as: source } }',
    steps: [
      '- { id: one, map: convert, from: { other: source } }',
      '- { id: two, map: decide, from: source }',
      '- respond: { status: 200, body: ["{one}", "{two}"] }',
    ],
  });
  const codes = (await problemsOf(text)).map((said) => said.slice(0, said.indexOf(']') + 1));
  expect(codes).toEqual(['FR2016 [choose]', 'FR2016 [{ other: source }]']);
});
