import { describe, expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';

interface Parts {
  readonly trigger?: string;
  readonly given?: string;
  readonly expected?: string;
  readonly judge?: string;
  readonly checkpoint?: string;
}

const SIGNED = '{ hmac: sha256, header: X-Signature, encoding: hex, secret: SECRET }';
const webhook = (signature = SIGNED, more = ', example: { id: a }'): string =>
  `{ webhook: { path: /in, signature: ${signature}, payload: Row${more} } }`;
const HOURLY = "{ schedule: { cron: '0 * * * *' } }";

async function problems(
  { trigger = webhook(), given, expected, judge, checkpoint = 'since: { type: integer, initial: 0 }' }: Parts,
  files: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const parts = [
    ...(given === undefined ? [] : [`given: { ${given} }`]),
    ...(expected === undefined ? [] : [`expect: { ${expected} }`]),
    ...(judge === undefined ? [] : [`judge: ${judge}`]),
  ];
  const text = `
flowright: 1
name: test
systems: { shop: { baseUrl: https://shop.example } }
models: { Row: { fields: { id: string } } }
endpoints:
  list: { system: shop, method: GET, path: '/lists/{list}/rows', query: { limit: 100, since: { type: integer, optional: true } }, response: { fields: { rows: [Row] } } }
  create: { system: shop, method: POST, path: /rows, request: Row, response: Row, errors: [{ status: 418, code: teapot }] }
  other: { system: shop, method: POST, path: /others, request: Row, response: Row }
workflows:
  main:
    trigger: ${trigger}
    checkpoint: { ${checkpoint} }
    steps:
      - when: 1 < run.startedAt
        then: [{ id: rows, call: list, with: { path: { list: a }, query: { since: '{checkpoint.since}' } } }]
      - forEach: one
        in: '[1]'
        do: [{ call: create, with: { body: { id: x } } }]
      - guard: { when: run.startedAt > 1, fail: too_late }
      - checkpoint: { since: 1 }
  second:
    trigger: { manual: {} }
    steps: [{ call: other, with: { body: { id: x } } }]
`;
  const criteria = `    acceptanceCriteria:\n      - { id: AC1, text: Works., ${parts.join(', ')} }\n`;
  return await problemsOf(text.replace('  second:', `${criteria}  second:`), files);
}

const fine = 'calls: []';

test('a criterion in words alone is a warning, and no other', async () => {
  expect(await problems({})).toEqual([
    "FR3003 [AC1] nothing checks the criterion 'AC1' → say what is given and what is expected: given: { … }, expect: { … }",
  ]);
  expect(await problems({ expected: fine })).toEqual([]);
});

test('a criterion with a rubric is for an eval: it may say what is given, and expects nothing besides', async () => {
  expect(await problems({ judge: 'Is it polite?' })).toEqual([]);
  expect(await problems({ judge: 'Is it polite?', given: 'request: { id: b }' })).toEqual([]);
  expect(await problems({ judge: 'Is it polite?', expected: fine })).toEqual([
    "FR2017 [judge] AC1, which has 'expect', cannot have 'judge' → make two criteria of it",
  ]);
});

describe('a criterion', () => {
  test.each<Parts>([
    {
      expected:
        'response: { status: 200, body: { a: 1 } }, calls: [{ call: list, path: { list: a }, query: { limit: 1, since: 2 } }, { call: create, times: 2, body: {} }], collections: { rows: [] }, fails: too_late',
    },
    {
      given: 'request: { id: b }, headers: { a: b }, tamper: body, deliveries: 2, collections: { rows: [] }',
      expected: 'fails: teapot',
    },
    {
      given: 'faults: [{ call: create, status: 429, headers: { a: b } }, { call: list, disconnect: before }]',
      expected: 'fails: unauthorized',
    },
    {
      trigger: HOURLY,
      given: "runs: 2, now: '2026-01-01T00:00:00Z', checkpoint: { since: 1 }",
      expected: 'checkpoint: { since: 2 }',
    },
    { trigger: '{ manual: {} }', given: 'input: 5', expected: fine },
    { trigger: webhook('{ none: true }'), given: 'tamper: json', expected: fine },
    { given: "body: '{}', headers: { X-Signature: ab }, settings: { SECRET: made up }", expected: fine },
    { given: 'deliveries: 2, every: 30h', expected: fine },
  ])('can say %j', async (parts) => {
    expect(await problems(parts)).toEqual([]);
  });

  test.each<readonly [string, Parts, string]>([
    [
      'an endpoint that is expected',
      { expected: 'calls: [{ call: crate }]' },
      "FR2001 [crate] no endpoint 'crate' → did you mean 'create'?",
    ],
    [
      'an endpoint that this workflow does not call',
      { expected: 'calls: [{ call: other }]' },
      "FR2017 [other] a criterion of this workflow cannot have 'other' → name an endpoint that a step of the workflow calls",
    ],
    [
      'an endpoint that fails',
      { given: 'faults: [{ call: crate, status: 500 }]', expected: fine },
      "FR2001 [crate] no endpoint 'crate' → did you mean 'create'?",
    ],
    [
      'a fault that does nothing',
      { given: 'faults: [{ call: create }]', expected: fine },
      'FR2015 [create] a fault needs one of status, slow, malformed, disconnect, expiredToken → add one of status, slow, malformed, disconnect, expiredToken',
    ],
    [
      'headers of calls without an order',
      { expected: 'anyOrder: true, calls: [{ call: create, headers: { a: b } }]' },
      "FR2017 [headers] a call of calls in 'anyOrder' cannot have 'headers' → leave out 'headers' or 'anyOrder'",
    ],
    [
      'pages of what has none',
      { given: 'pageSize: 2', expected: fine },
      "FR2015 [pageSize] 'pageSize' needs an endpoint with pagination → add an endpoint with pagination, or remove 'pageSize'",
    ],
    [
      'a path parameter',
      { expected: 'calls: [{ call: list, path: { lst: a } }]' },
      "FR2003 [lst] no field 'lst' on the path of list → did you mean 'list'?",
    ],
    [
      'a query parameter',
      { expected: 'calls: [{ call: list, query: { snce: a } }]' },
      "FR2003 [snce] no field 'snce' on the query of list → did you mean 'since'?",
    ],
    [
      'a body where none is sent',
      { expected: 'calls: [{ call: list, body: {} }]' },
      "FR2017 [body] a call of list cannot have 'body' → leave it out: the endpoint sends none",
    ],
    [
      'a field of a body',
      { expected: 'calls: [{ call: create, body: { ids: a } }]' },
      "FR2003 [ids] no field 'ids' on Row → did you mean 'id'?",
    ],
    [
      'an empty query that cannot be compared',
      { expected: 'calls: [{ call: list, query: {} }]' },
      "FR2015 [query] an empty 'query' needs 'path' and 'body' → add 'path' and 'body'",
    ],
    [
      'a collection',
      { given: 'collections: { row: [] }', expected: fine },
      "FR2001 [row] no collection 'row' → did you mean 'rows'?",
    ],
    [
      'a failure code',
      { expected: 'fails: too_lat' },
      "FR2001 [too_lat] no failure code 'too_lat' → did you mean 'too_late'?",
    ],
    [
      'a field of the checkpoint',
      { expected: 'checkpoint: { sinc: 1 }' },
      "FR2003 [sinc] no field 'sinc' on the workflow's checkpoint → did you mean 'since'?",
    ],
    [
      'a signature that there is none of',
      { trigger: webhook('{ none: true }'), given: 'tamper: signature', expected: fine },
      "FR2017 [signature] a webhook without a signature cannot have 'tamper: signature' → let the webhook ask for a signature, or leave tamper out",
    ],
    [
      'a body that nobody signs',
      { trigger: webhook('{ apiKey: { header: X-Key, secret: KEY } }'), given: 'tamper: body', expected: fine },
      "FR2017 [body] a webhook that signs no body cannot have 'tamper: body' → tamper with the signature instead",
    ],
    [
      'an order of nothing',
      { expected: 'anyOrder: true, response: { status: 200 }' },
      "FR2015 [anyOrder] 'anyOrder' needs 'calls' → add 'calls', or remove 'anyOrder'",
    ],
    [
      'a body that is given twice',
      { given: "body: '{}', request: { id: a }", expected: fine },
      "FR2017 [request] a delivery whose 'body' is given cannot have 'request' → leave out 'request' or 'body'",
    ],
    [
      'a distance of one delivery',
      { given: 'every: 2h', expected: fine },
      "FR2015 [every] 'every' needs 'deliveries' → add 'deliveries', or remove 'every'",
    ],
    [
      'a secret that nothing signs with',
      { given: 'settings: { SECRE: a }', expected: fine },
      "FR2001 [SECRE] no setting of the signature 'SECRE' → did you mean 'SECRET'?",
    ],
    [
      'runs of a webhook',
      { given: 'runs: 2', expected: fine },
      "FR2017 [runs] a criterion of a workflow that a webhook starts cannot have 'runs' → what starts it is given by request, body, headers, settings, tamper, deliveries, every",
    ],
    [
      'a response of a schedule',
      { trigger: HOURLY, expected: 'response: { status: 200 }' },
      "FR2017 [response] a criterion of a workflow that nobody waits for cannot have 'response' → expect calls, collections, a checkpoint or a failure",
    ],
    [
      'what is given and not compared',
      { given: 'request: { id: a }' },
      "FR2015 [given] 'given' of AC1 needs 'expect' → add 'expect', or remove 'given' of AC1",
    ],
    [
      'nothing to compare',
      { expected: '' },
      "FR2015 [expect] 'expect' of AC1 needs something to compare → add something to compare, or remove 'expect' of AC1",
    ],
    [
      'no request',
      { trigger: webhook(SIGNED, ''), expected: fine },
      "FR2015 [expect] 'expect' of AC1 needs a 'request' in 'given', or an 'example' of the webhook → add a 'request' in 'given', or an 'example' of the webhook, or remove 'expect' of AC1",
    ],
  ])('is told of %s', async (_name, parts, expected) => {
    expect(await problems(parts)).toEqual([expected]);
  });

  test('takes the items of a collection from a file that holds a list', async () => {
    const given = { given: 'collections: { rows: rows.json }', expected: fine };
    expect(await problems(given, { 'rows.json': [{ id: 'a' }] })).toEqual([]);
    expect(await problems(given, { 'rows.json': { id: 'a' } })).toEqual([
      'FR2004 [rows.json] a list is wanted here, not another value → name a file that holds a list of items',
    ]);
  });

  test('cannot yet say what gaps answer', async () => {
    expect(await problems({ given: 'logic: { rank: high }', expected: fine })).toEqual([
      expect.stringMatching(/^FR3002 \[logic\] 'logic' of AC1/),
    ]);
  });
});
