import { expect, it } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';

const errorsOf = async (model: string, files?: Readonly<Record<string, unknown>>): Promise<readonly string[]> =>
  (await problemsOf(specText({ models: { Model: model } }), files)).filter((one) => !one.startsWith('FR3'));

it.each([
  ['{ feilds: { id: string } }', "FR1101 [feilds] a type has no key 'feilds' → did you mean 'fields'?"],
  ['{ infr: payload.json }', "FR1101 [infr] a type has no key 'infr' → did you mean 'infer'?"],
  ['{ fields: { stage: { enumm: [won, lost] } } }', "FR1101 [enumm] a type has no key 'enumm' → did you mean 'enum'?"],
  [
    '{ fields: { lines: [{ field: { id: string } }] } }',
    "FR1101 [field] a type has no key 'field' → did you mean 'fields'?",
  ],
])('a misspelled form of a type is an error: %s', async (model, told) => {
  expect(await errorsOf(model)).toContain(told);
});

it.each([
  '{ type: object, properties: { anything: { type: string, minLength: 1 } }, required: [anything] }',
  '{ fields: { stage: { enum: [won, lost], description: A stage, x-internal: true } } }',
  '{ fields: { any: {}, nullable: { type: string, nullable: true, example: text } } }',
])('a JSON Schema is none: %s', async (model) => {
  expect(await errorsOf(model)).toEqual([]);
});

it('a file may hold any remarks', async () => {
  expect(await errorsOf('{ $ref: ./model.json }', { 'model.json': { type: 'string', remark: 1 } })).toEqual([]);
});
