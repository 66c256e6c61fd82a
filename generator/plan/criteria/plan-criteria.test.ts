import { expect, test } from 'vitest';
import { checkText } from '../../check/testing/check-text.ts';
import type { CriterionPlan, ScenarioPlan, TestsPlan } from '../../ir/criterion.ts';
import { planTests } from './plan-criteria.ts';

const WEBHOOK =
  '{ webhook: { path: /in, signature: { none: true }, payload: Row, events: { header: X-Topic, in: [made, changed] }, dedupe: { header: X-Id }, example: ./a/row.json } }';
const FILES = { 'a/row.json': { id: 'a' }, 'b/row.json': [{ id: 'b' }] };

async function planned(criteria: readonly string[], trigger = WEBHOOK): Promise<TestsPlan> {
  const text = `
flowright: 1
name: test
systems: { shop: { baseUrl: https://shop.example } }
models: { Row: { fields: { id: string } } }
endpoints:
  list: { system: shop, method: GET, path: '/lists/{list}/rows', query: { since: { type: integer } }, response: { fields: { rows: [Row] } } }
  create: { system: shop, method: POST, path: /rows, request: Row, response: Row }
workflows:
  rowMade:
    trigger: ${trigger}
    checkpoint: { since: { type: integer, initial: 5 } }
    steps:
      - { id: rows, call: list, with: { path: { list: a }, query: { since: '{checkpoint.since}' } } }
      - { call: create, with: { body: { id: x } } }
      - checkpoint: { since: 6 }
    acceptanceCriteria:
${criteria.map((one, index) => `      - { id: AC${String(index + 1)}, text: "Works,\\n  well.", ${one} }`).join('\n')}
`;
  const { checked, diagnostics } = await checkText(text, FILES);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (checked === undefined) throw new Error('not checked');
  return planTests(checked);
}

async function scenarioOf(criterion: string, trigger?: string): Promise<ScenarioPlan | undefined> {
  const { files } = await planned([criterion], trigger);
  return files[0]?.criteria[0]?.scenario;
}

test('a workflow with criteria has a file of tests, whether they are checked or not', async () => {
  const { files, fixtures } = await planned(['']);
  expect(fixtures).toEqual([]);
  expect(files).toMatchObject([{ workflow: 'rowMade', file: 'test/row-made.test.ts' }]);
  const criterion: Partial<CriterionPlan> = { id: 'AC1', text: 'Works, well.' };
  expect(files[0]?.criteria).toEqual([{ ...criterion, place: expect.objectContaining({ file: 'spec.yaml' }) }]);
});

test('files become fixtures with names of their own, each once', async () => {
  const { fixtures, files } = await planned([
    'expect: { calls: [] }',
    'given: { request: ./a/row.json, collections: { rows: ./b/row.json } }, expect: { calls: [] }',
  ]);
  expect(fixtures).toEqual([
    { name: 'row', file: 'test/fixtures/row.json', data: { id: 'a' } },
    { name: 'row2', file: 'test/fixtures/row2.json', data: [{ id: 'b' }] },
  ]);
  expect(files[0]?.criteria.map(({ scenario }) => scenario?.when)).toMatchObject([
    { body: { fixture: { name: 'row' } } },
    { body: { fixture: { name: 'row' } } },
  ]);
});

test('a delivery has the headers that its webhook needs, unless others are given', async () => {
  expect((await scenarioOf('expect: { calls: [] }'))?.when).toMatchObject({
    kind: 'deliver',
    headers: { 'x-topic': 'made', 'x-id': 'delivery-1' },
    times: 1,
  });
  expect(
    (
      await scenarioOf(
        'given: { headers: { X-Topic: changed, X-Other: "1" }, tamper: json, deliveries: 3 }, expect: { calls: [] }',
      )
    )?.when,
  ).toMatchObject({
    headers: { 'x-topic': 'changed', 'x-id': 'delivery-1', 'x-other': '1' },
    tamper: 'json',
    times: 3,
  });
});

test('a recorded delivery is sent as it is, and again after a while', async () => {
  const plan = await scenarioOf(
    "given: { body: '{ }', headers: { X-Sign: ab }, settings: { SECRET: made up }, deliveries: 2, every: 2h }, expect: { calls: [] }",
    WEBHOOK.replace('{ none: true }', '{ hmac: sha256, header: X-Sign, encoding: hex, secret: SECRET }'),
  );
  expect(plan?.when).toMatchObject({
    body: { value: '{ }' },
    raw: true,
    headers: { 'x-sign': 'ab' },
    everyMs: 7_200_000,
  });
  expect(plan?.given.settings).toEqual({ SECRET: 'made up' });
});

test('a call is compared as it is sent, whole where all of it is given', async () => {
  const calls = await scenarioOf(
    'expect: { calls: [{ call: list, path: { list: a }, query: { since: 5 } }, { call: list, query: { since: 5 } }, { call: create, times: 2, body: { id: x } }, { call: create }] }',
  );
  expect(calls?.expect.at(-1)).toEqual({
    kind: 'calls',
    calls: [
      { call: 'list', times: 1, parts: { path: { list: 'a' }, query: { since: '5' } }, whole: true },
      { call: 'list', times: 1, parts: { query: { since: '5' } }, whole: false },
      { call: 'create', times: 2, parts: { body: { id: 'x' } }, whole: true },
      { call: 'create', times: 1, parts: {}, whole: false },
    ],
  });
});

test('the checkpoint begins at its initial value where that is what must be left', async () => {
  expect((await scenarioOf('expect: { checkpoint: { since: 5 } }'))?.given.checkpoint).toEqual({ since: 5 });
  expect((await scenarioOf('expect: { checkpoint: { since: 6 } }'))?.given.checkpoint).toBeUndefined();
  expect(
    (await scenarioOf('given: { checkpoint: { since: 4 } }, expect: { checkpoint: { since: 5 } }'))?.given.checkpoint,
  ).toEqual({ since: 4 });
});

test('faults are those of the mock systems', async () => {
  const faults =
    '{ call: list, status: 429, headers: { a: b }, after: 1, times: 2 }, { call: list, slow: 2s }, { call: list, malformed: true }, { call: create, disconnect: after }';
  expect((await scenarioOf(`given: { faults: [${faults}] }, expect: { calls: [] }`))?.given.faults).toEqual([
    { endpoint: 'list', times: 2, after: 1, does: { kind: 'status', status: 429, headers: { a: 'b' } } },
    { endpoint: 'list', times: 1, does: { kind: 'slow', delayMs: 2000 } },
    { endpoint: 'list', times: 1, does: { kind: 'malformed' } },
    { endpoint: 'create', times: 1, does: { kind: 'disconnect', when: 'after' } },
  ]);
});

test.each<readonly [string, string | undefined, readonly unknown[]]>([
  ['expect: { calls: [] }', undefined, [{ kind: 'notFailed' }]],
  ['given: { tamper: json }, expect: { calls: [] }', undefined, []],
  ['expect: { fails: invalid_input, calls: [] }', undefined, [{ kind: 'fails', code: 'invalid_input' }]],
  [
    'expect: { response: { status: 202 }, calls: [] }',
    undefined,
    [{ kind: 'response', status: 202 }, { kind: 'notFailed' }],
  ],
  ['expect: { response: { status: 422 }, calls: [] }', undefined, [{ kind: 'response', status: 422 }]],
  ['given: { runs: 2 }, expect: { calls: [] }', "{ schedule: { cron: '0 * * * *' } }", [{ kind: 'completed' }]],
])('%s on %s tells how the run must end', async (criterion, trigger, expected) => {
  const scenario = await scenarioOf(criterion, trigger);
  expect(scenario?.expect.slice(0, -1)).toEqual(expected);
});
