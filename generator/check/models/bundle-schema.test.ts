import { describe, expect, test } from 'vitest';
import { parseData } from '../../load/text/parse-text.ts';
import { checkText, loadText, problemsOf } from '../testing/check-text.ts';
import { createReport } from '../report.ts';
import { specText } from '../testing/spec-text.ts';
import { bundleSchema } from './bundle-schema.ts';

type Files = Readonly<Record<string, unknown>>;

/** A spec whose model `Node` is this schema, and which sends one on. */
const nodeText = (model: string): string =>
  specText({
    models: { Node: model },
    endpoints: 'put: { system: shop, method: PUT, path: /nodes, request: Node }',
    trigger: '{ manual: { input: Node, as: node } }',
    steps: ['- { call: put, with: { body: "{node}" } }'],
  });

async function bundled(model: string, files: Files = {}): Promise<unknown> {
  const { checked } = await checkText(nodeText(model), files);
  return checked?.models.find((one) => one.name === 'Node')?.schema;
}

const FILE = '{ $ref: ./a.json }';

describe('files that refer to each other', () => {
  test('may, where the data ends: what the model contains is the model itself', async () => {
    const files = {
      'a.json': { type: 'object', properties: { b: { $ref: 'b.json' } } },
      'b.json': { type: 'object', properties: { a: { $ref: './a.json' }, b: { $ref: '#' } } },
    };
    expect(await problemsOf(nodeText(FILE), files)).toEqual([]);
    expect(await bundled(FILE, files)).toEqual({
      type: 'object',
      properties: { b: { $ref: '#/$defs/B' } },
      $defs: {
        B: { type: 'object', properties: { a: { $ref: 'flowright:model/Node' }, b: { $ref: '#/$defs/B' } } },
      },
    });
  });

  test.each<[string, Files]>([
    ['alone', { 'a.json': { $ref: 'b.json' }, 'b.json': { $ref: 'a.json' } }],
    [
      'as one of a choice',
      {
        'a.json': { anyOf: [{ $ref: 'b.json' }, { type: 'null' }] },
        'b.json': { allOf: [{ $ref: 'a.json' }, { type: 'string' }] },
      },
    ],
  ])('must not, %s: there is no end to it', async (_name, files) => {
    expect(await problemsOf(nodeText(FILE), files)).toEqual([
      'FR2002 [Node] the schema refers to itself: a.json → b.json → a.json → take out one of the references',
    ]);
  });

  test('must not, below a model', async () => {
    const files = {
      'a.json': { type: 'object', properties: { b: { $ref: 'b.json#/$defs/x' } } },
      'b.json': { $defs: { x: { oneOf: [{ $ref: '#/$defs/y' }] }, y: { not: { $ref: '#/$defs/x' } } } },
    };
    expect(await problemsOf(nodeText(FILE), files)).toEqual([
      'FR2002 [Node] the schema refers to itself: b.json#/$defs/x → b.json#/$defs/y → b.json#/$defs/x → take out one of the references',
    ]);
  });
});

test('models that are a choice of each other say nothing', async () => {
  const text = nodeText(
    "{ anyOf: [{ $ref: '#/models/Other' }, { type: 'null' }] }\n  Other: { $ref: '#/models/Node' }",
  );
  expect(await problemsOf(text)).toEqual([
    'FR2002 [Node] the model refers to itself: Node → Other → Node → take out one of the references',
  ]);
});

test('names of fields are no keywords', async () => {
  const fields = { definitions: { $ref: 'b.json' }, const: { $ref: 'b.json' }, $id: { type: 'string' } };
  expect(
    await bundled(FILE, { 'a.json': { $id: 'a', type: 'object', properties: fields }, 'b.json': { type: 'integer' } }),
  ).toEqual({
    type: 'object',
    properties: { definitions: { $ref: '#/$defs/B' }, const: { $ref: '#/$defs/B' }, $id: { type: 'string' } },
    $defs: { B: { type: 'integer' } },
  });
});

describe('a keyword that is not checked', () => {
  test('is told where it stands in the spec', async () => {
    const model =
      "{ type: object, unevaluatedProperties: false, properties: { unevaluatedItems: { type: string, format: duration }, a: { pattern: '[' }, n: { type: integer, format: int64 }, s: { type: string, pattern: '^\\d\\-$' } } }";
    expect((await problemsOf(nodeText(model))).toSorted()).toEqual([
      "FR3004 [format] the format 'duration' is not checked → say it with other keywords, or do not rely on it",
      "FR3004 [pattern] the pattern '[', which is no regular expression, is not checked → say it with other keywords, or do not rely on it",
      "FR3004 [unevaluatedProperties] 'unevaluatedProperties' is not checked → say it with other keywords, or do not rely on it",
    ]);
  });

  test('is told where it stands in a file, once, however many refer to it', async () => {
    const file = {
      $id: 'https://example.com/a',
      $defs: { x: { patternProperties: { '(': true }, examples: [{ unevaluatedItems: 1 }] } },
    };
    const { diagnostics } = await checkText(
      nodeText("{ fields: { a: { $ref: './a.json#/$defs/x' }, b: { $ref: './a.json#/$defs/x' } } }"),
      { 'a.json': file },
    );
    expect(diagnostics).toMatchObject([
      {
        code: 'FR3004',
        place: parseData('a.json', JSON.stringify(file)).place(['$defs', 'x', 'patternProperties', '('], { on: 'key' }),
      },
    ]);
  });
});

test('references within a file that a model enters in its middle are relative to the whole of it', async () => {
  const loaded = await loadText(specText({}), {
    'a.json': { $defs: { x: { items: { $ref: '#/$defs/y' } }, y: { type: 'string' } } },
  });
  const source = { loaded, models: new Set<string>(), report: createReport(loaded) };
  expect(bundleSchema({ $ref: './a.json#/$defs/x' }, ['models', 'X'], source)).toEqual({
    items: { $ref: '#/$defs/Y' },
    $defs: { Y: { type: 'string' } },
  });
  expect(source.report.diagnostics).toEqual([]);
});
