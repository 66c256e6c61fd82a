import { describe, expect, test } from 'vitest';
import { checkText, problemsOf } from './testing/check-text.ts';
import { specText, type SpecParts } from './testing/spec-text.ts';

const ROW = '{ fields: { id: string, "next?": string | null, total: integer, items: [string] } }';

async function problems(parts: SpecParts, from = '', to = ''): Promise<readonly string[]> {
  return await problemsOf(specText(parts).replace(from, to));
}

describe('an endpoint', () => {
  const endpoint = async (text: string, sent = ''): Promise<readonly string[]> =>
    await problems({
      models: { Row: ROW },
      endpoints: `e: { system: shop, ${text}, response: Row }`,
      steps: [`- { call: e${sent} }`],
    });

  test.each([
    ['cursor: { param: after, from: next }, items: items'],
    ['cursor: { param: after, from: "items[-1]", more: next }, items: items'],
    ['page: { param: page, total: total }, items: items'],
    ['offset: { param: offset, total: total }, items: items'],
    ['nextUrl: { from: next }, items: items'],
    ['link: true, items: items, size: { param: limit, value: 5 }'],
  ])('is paginated by %s', async (pagination) => {
    expect(await endpoint(`method: GET, path: /e, pagination: { ${pagination} }`)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['its system', 'method: GET, path: /e', ''],
    [
      'its list of items',
      'method: GET, path: /e, pagination: { link: true, items: itms }',
      "FR2003 [itms] no field 'itms' on Row → did you mean 'items'?",
    ],
    [
      'items that are no list',
      'method: GET, path: /e, pagination: { link: true, items: id }',
      'FR2004 [id] a list is wanted here, not string → convert the value, for example with a pipe',
    ],
    [
      'its cursor',
      'method: GET, path: /e, pagination: { cursor: { param: a, from: nxt }, items: items }',
      "FR2003 [nxt] no field 'nxt' on Row → did you mean 'next'?",
    ],
    [
      'a path with []',
      "method: GET, path: /e, pagination: { cursor: { param: a, from: 'items[]' }, items: items }",
      "FR2010 ['items[]'] 'items[]' is not expected here → name one place: a path without []",
    ],
    [
      'the path of an error',
      "method: GET, path: /e, errors: [{ body: 'a[]', code: conflict }]",
      "FR2010 ['a[]'] 'a[]' is not expected here → name one place in the answer: a path without []",
    ],
    [
      'a path parameter',
      'method: GET, path: /e, params: { id: {} }',
      "FR2001 [id] no path parameter 'id' → define the path parameter, or correct the name",
    ],
    [
      'the type of a parameter',
      'method: GET, path: /e, query: { q: { type: strng, optional: true } }',
      "FR2001 [strng] no type 'strng' → did you mean 'string'?",
    ],
    [
      'a request without a body',
      'method: POST, path: /e, body: none, request: Row',
      'FR2015 [request] a request model needs body: json → add body: json',
    ],
  ])('says what is wrong with %s', async (_name, text, expected) => {
    const found = await endpoint(
      text,
      text.includes('request') ? ', with: { body: { id: a, total: 1, items: [] } }' : '',
    );
    expect(found).toEqual(expected === '' ? [] : [expected]);
  });

  test('names its system', async () => {
    expect(
      await problems({
        endpoints: 'e: { system: shp, method: GET, path: /e }',
        steps: ['- { id: x, call: e }', '- guard: { when: x.y, fail: z }'],
      }),
    ).toEqual(["FR2001 [shp] no system 'shp' → did you mean 'shop'?"]);
  });

  test('has what needs a model', async () => {
    expect(
      await problems({
        endpoints: 'e: { system: shop, method: GET, path: /e, pagination: { link: true, items: a } }',
        steps: ['- { call: e }'],
      }),
    ).toEqual(['FR2015 [pagination] pagination needs a response model → add a response model, or remove pagination']);
  });
});

describe('a trigger', () => {
  const webhook = async (more: string): Promise<readonly string[]> =>
    await problems({
      models: { Row: ROW },
      trigger: `{ webhook: { path: /in, signature: { none: true }, payload: Row, ${more} } }`,
    });

  test.each([
    ['as: row, filter: "row.total > 3 && delivery.headers[\'x-a\']"'],
    ['key: "row-{event.id}"'],
    ['dedupe: { path: id }'],
    ['dedupe: { path: total }'],
    ['dedupe: { header: X-Id, keep: 2d }'],
    ['events: { header: X-Topic, in: [a] }'],
  ])('has %s', async (more) => {
    expect(await webhook(more)).toEqual([]);
  });

  test.each([
    ['filter: event.totl > 3', "FR2003 [totl] no field 'totl' on Row → did you mean 'total'?"],
    ['key: "{event.nxt}"', "FR2003 [nxt] no field 'nxt' on Row → did you mean 'next'?"],
    ['dedupe: { path: itms }', "FR2003 [itms] no field 'itms' on Row → did you mean 'items'?"],
    [
      'dedupe: { path: items }',
      'FR2004 [items] text or a number is wanted here, not list of string → convert the value, for example with a pipe',
    ],
    ['system: shp', "FR2001 [shp] no system 'shp' → did you mean 'shop'?"],
    [
      'as: new',
      "FR2019 [new] 'new' cannot be a name here: it is a word of the expression language → choose another name",
    ],
  ])('says what is wrong with %s', async (more, expected) => {
    expect(await webhook(more)).toEqual([expected]);
  });

  test.each([
    ['cron: 61 * * * *', /^FR2018 \[61 \* \* \* \*\]/],
    ['cron: 0 0 30 2 *', /^FR2018 .* it never fires/],
    ['cron: 0 * * * *, timeZone: Europe/Berln', /^FR2018 \[Europe\/Berln\] .* no IANA time zone/],
  ])('says what is wrong with %s', async (schedule, expected) => {
    expect(await problems({ trigger: `{ schedule: { ${schedule} } }` })).toEqual([expect.stringMatching(expected)]);
  });
});

describe('models', () => {
  const use = {
    endpoints: 'e: { system: shop, method: GET, path: /e, response: M }',
    steps: ['- { id: got, call: e }', '- respond: { status: 200, body: "{got.line.sku}" }'],
  };

  test('come from files, with definitions and references to other files', async () => {
    const files = {
      'm.json': {
        type: 'object',
        properties: {
          line: { $ref: '#/$defs/line' },
          self: { $ref: '#' },
          other: { $ref: './sub/other.json#/definitions/thing' },
        },
        $defs: { line: { type: 'object', properties: { sku: { type: 'string' } } } },
      },
      'sub/other.json': {
        definitions: {
          thing: { type: 'object', properties: { back: { $ref: '../m.json' }, near: { $ref: '#/definitions/near' } } },
          near: { type: 'string' },
        },
      },
    };
    const text = specText({
      ...use,
      models: { M: '{ $ref: ./m.json }' },
      steps: [
        ...use.steps,
        '- respond: { status: 200, body: { a: "{got.self.other.back.line.sku}", b: "{got.other.near}" } }',
      ],
    });
    expect(await problemsOf(text, files)).toEqual([]);
  });

  test('refer to one another, round and round', async () => {
    const models = { M: '{ fields: { line: Line } }', Line: '{ fields: { sku: string, "parts?": [Line], "of?": M } }' };
    expect(
      await problems({
        ...use,
        models,
        steps: [
          ...use.steps,
          "- { id: y, set: { from: 'got.line.parts[].parts[].of.line.sku' } }",
          '- respond: { status: 200, body: "{y}" }',
        ],
      }),
    ).toEqual([]);
  });

  test('that are only names for one another mean nothing', async () => {
    expect(
      (
        await problems({
          ...use,
          models: { M: "{ $ref: '#/models/N' }", N: "{ $ref: '#/models/M' }" },
          steps: ['- { call: e }'],
        })
      )[0],
    ).toMatch(/^FR2002 \[M\] the model refers to itself: M → N → M/);
  });

  test.each([
    ['{ fields: { line: Lien } }', "FR2001 [Lien] no type 'Lien' → did you mean 'Line'?"],
    [
      "{ type: object, properties: { line: { $ref: '#/models/Lien' } } }",
      "FR2001 ['#/models/Lien'] no model 'Lien' → did you mean 'Line'?",
    ],
    [
      "{ type: object, properties: { line: { $ref: '#/$defs/lien' } } }",
      "FR2001 ['#/$defs/lien'] no schema '#/$defs/lien' → define the schema, or correct the name",
    ],
    [
      '{ fields: { line: Line, "line?": Line } }',
      "FR2009 [\"line?\"] 'line' is given twice, by a field and by the field 'line?' → remove or rename one of them",
    ],
  ])('say what is wrong with %s', async (model, expected) => {
    expect(
      await problems({ ...use, models: { M: model, Line: '{ fields: { sku: string } }' }, steps: ['- { call: e }'] }),
    ).toContain(expected);
  });

  test('declare several fields at once, and every other', async () => {
    const fields =
      '{ fields: { "id, line": string, "a?, b ?": "\'x\' | 1", "*": integer, deep: { nullable: true, fields: { c: date } } } }';
    const { checked } = await checkText(specText({ ...use, models: { M: fields }, steps: ['- { call: e }'] }));
    expect(checked?.models[0]?.schema).toEqual({
      type: 'object',
      properties: {
        id: { type: 'string' },
        line: { type: 'string' },
        a: { enum: ['x', 1] },
        b: { enum: ['x', 1] },
        deep: {
          anyOf: [
            { type: 'object', properties: { c: { type: 'string', format: 'date' } }, required: ['c'] },
            { type: 'null' },
          ],
        },
      },
      required: ['deep', 'id', 'line'],
      additionalProperties: { type: 'integer' },
    });
  });

  test.each([
    ['{ fields: { "line, id, line?": string } }', `FR2009 ["line, id, line?"] 'line' is given twice, by this key`],
    ['{ fields: { "line, ": string } }', 'FR1105 ["line, "]'],
    ['{ fields: { line: "\'open | paid" } }', `FR1105 ["'open | paid"]`],
  ])('with odd fields are refused: %s', async (model, expected) => {
    const text = specText({ ...use, models: { M: model }, steps: ['- { call: e }'] });
    const told = await problemsOf(text).catch((error: unknown) => [String(error)]);
    expect(told.join('\n')).toContain(expected);
  });

  test('are inferred from payloads', async () => {
    const models = { M: '{ infer: ./m.json, at: "data[]" }' };
    const payload = { 'm.json': { data: [{ line: { sku: 'a' } }, { line: { sku: 'b', qty: 1 } }] } };
    expect(await problemsOf(specText({ ...use, models }), payload)).toEqual([]);
    expect(
      await problemsOf(
        specText({ ...use, models: { M: '{ infer: ./m.json, at: "date[]" }' }, steps: ['- { call: e }'] }),
        payload,
      ),
    ).toEqual([`FR2012 ["date[]"] the payloads hold nothing at 'date[]' → correct the path, or the files`]);
  });

  test('keep what they are called and nothing else: no code, no comments of their own', async () => {
    const { checked } = await checkText(
      specText({
        ...use,
        models: {
          M: '{ type: object, tsType: "process.exit()", $comment: x, properties: { line: { type: object, properties: { sku: { type: string } } } } }',
        },
      }),
    );
    expect(JSON.stringify(checked?.models[0]?.schema)).not.toMatch(/process|comment/);
  });
});

test('what nothing uses is a warning', async () => {
  const text = specText({
    models: {
      Used: '{ fields: { inner: Inner } }',
      Inner: '{ fields: { id: string } }',
      Idle: '{ fields: { id: string } }',
    },
    endpoints: 'idle: { system: shop, method: GET, path: /i, response: Used }',
    tables: 'old: { a: b }',
    mappings: 'never: { from: Used, to: Used, project: true }',
    logic: 'unasked: { rule: r, input: {}, output: string }',
  });
  expect((await problemsOf(text)).map((line) => line.slice(0, 30))).toEqual([
    expect.stringMatching(/^FR3001 \[idle\]/),
    expect.stringMatching(/^FR3001 \[never\]/),
    expect.stringMatching(/^FR3001 \[old\]/),
    expect.stringMatching(/^FR3001 \[unasked\]/),
    expect.stringMatching(/^FR3001 \[Idle\]/),
  ]);
  expect((await checkText(text)).checked?.models).toEqual([]);
});

test('a table is used by a lookup in an expression, too', async () => {
  const text = specText({
    tables: 't: { a: b }',
    steps: [`- { id: x, set: { expr: "lookup(run.id, 't') ?? 'c'" } }`, '- respond: { status: 200, body: "{x}" }'],
  });
  expect(await problemsOf(text)).toEqual([]);
  expect((await checkText(text)).checked?.tables.map(({ id }) => id)).toEqual(['t']);
});

test('a step whose value nothing reads is left out', async () => {
  const text = specText({
    steps: [
      '- { id: a, set: { const: 1 } }',
      '- { id: b, set: { expr: a + 1 } }',
      '- { id: c, set: { const: 2 } }',
      '- respond: { status: 200, body: "{c}" }',
    ],
  });
  expect(await problemsOf(text)).toEqual([
    "FR3001 [a] nothing uses the step 'a' → use it, or remove it",
    "FR3001 [b] nothing uses the step 'b' → use it, or remove it",
  ]);
  expect((await checkText(text)).checked?.workflows[0]?.steps.map(({ name }) => name)).toEqual(['c', 'respond']);
});

test.each([
  ['guard: { unless: input.id, fail: x }', "FR2022 [input.id] 'input.id' always holds"],
  ['guard: { when: "!input.id", fail: x }', 'FR2022 ["!input.id"] \'!input.id\' never holds'],
  [
    'when: input.id || input.total\n  then: [{ respond: { status: 200 } }]',
    "FR2022 [input.id || input.total] 'input.id || input.total' always holds",
  ],
])('a condition that never changes: %s', async (step, expected) => {
  const found = await problems({
    trigger: '{ manual: { input: { fields: { id: string, total: integer } } } }',
    steps: [`- ${step}`],
  });
  expect(found).toEqual([expect.stringContaining(expected)]);
});

test('a variable of a base URL is declared', async () => {
  expect(await problems({}, 'https://shop.example.com', '"https://{shp}.example.com"')).toEqual([
    "FR2001 [{shp}] no variable 'shp' → define the variable, or correct the name",
  ]);
});

test('all that is wrong is said at once, and not what follows from it', async () => {
  const text = specText({
    models: { Row: ROW },
    endpoints: 'e: { system: shp, method: GET, path: /e }\nf: { system: shop, method: GET, path: /f, response: Rw }',
    mappings: 'm: { from: Row, to: Row, project: true, rows: [{ to: id, from: idd }] }',
    steps: ['- { id: a, map: mm, from: run }', '- { call: e }', '- { id: b, set: { from: nothing } }'],
  });
  expect((await problemsOf(text)).map((line) => line.slice(0, 6))).toEqual([
    'FR2001',
    'FR2003',
    'FR2001',
    'FR2001',
    'FR2007',
  ]);
});

test('a rule in words has criteria and examples as a gap with a name has', async () => {
  const text = specText({
    steps: [
      `- { id: x, set: { rule: r, with: { id: run.id }, criteria: [c], examples: [{ in: { id: a }, out: 1 }, { in: { id: b }, out: 2, hidden: true }] } }`,
      '- respond: { status: 200, body: "{x}" }',
    ],
  });
  const { checked } = await checkText(text);
  expect(checked?.logic).toMatchObject([
    {
      rule: 'r',
      criteria: ['c'],
      examples: [
        { in: { id: 'a' }, out: 1, hidden: false },
        { in: { id: 'b' }, out: 2, hidden: true },
      ],
    },
  ]);
});
