import { expect, test } from 'vitest';
import type { CriterionPlan, ExpectedCallPlan, ScenarioPlan } from '../../ir/criterion.ts';
import { formatFiles } from '../../format/format-files.ts';
import { PLACE } from '../testing/plan-parts.ts';
import { emitTests } from './emit-tests.ts';

const order = { name: 'orderPaid', file: 'test/fixtures/order-paid.json', data: { id: 1 } };

async function written(...criteria: readonly Omit<CriterionPlan, 'place'>[]): Promise<string> {
  const plan = {
    files: [
      { workflow: 'main', file: 'test/main.test.ts', criteria: criteria.map((one) => ({ ...one, place: PLACE })) },
    ],
    fixtures: [order],
  };
  const { files, diagnostics } = await formatFiles(emitTests(plan));
  expect(diagnostics).toEqual([]);
  expect(files.map(({ path }) => path)).toEqual(['test/main.test.ts', 'test/fixtures/order-paid.json']);
  return files[0]?.text ?? '';
}

const scenario: ScenarioPlan = {
  given: { collections: [], faults: [] },
  when: { kind: 'fire', times: 1 },
  expect: [{ kind: 'completed' }],
};
const delivery = { kind: 'deliver', body: { fixture: order }, headers: {}, times: 1 } as const;

/** The statements of the one test between its setting up and its end. */
async function body(of: Partial<ScenarioPlan>): Promise<string> {
  const text = await written({ id: 'AC1', text: 'Works.', scenario: { ...scenario, ...of } });
  return text
    .slice(text.indexOf('scenario.close());') + 'scenario.close());\n\n'.length, text.lastIndexOf('});'))
    .replaceAll(/^ {2}/gm, '');
}

test('a test reads as given, when, expect', async () => {
  const given = {
    now: '2026-03-01T00:00:00Z',
    checkpoint: { since: 1 },
    collections: [
      { name: 'orders', items: { fixture: order } },
      { name: 'deals', items: { value: [] } },
    ],
    pageSize: 2,
    faults: [],
    settings: { SECRET: 'made up' },
  };
  expect(
    await written({
      id: 'AC1',
      text: 'Works.',
      scenario: { ...scenario, given, when: { ...delivery, times: 2, tamper: 'signature' } },
    }),
  ).toBe(`import { startScenario } from '@flowright/runtime/scenario';
import { expect, onTestFinished, test } from 'vitest';
import { mocks } from '../src/mocks.ts';
import { integration } from '../src/triggers.ts';
import orderPaid from './fixtures/order-paid.json' with { type: 'json' };

test('AC1: Works.', async () => {
  const scenario = await startScenario(integration, mocks, {
    workflow: 'main',
    now: '2026-03-01T00:00:00Z',
    checkpoint: { since: 1 },
    collections: { orders: orderPaid, deals: [] },
    pageSize: 2,
    settings: { SECRET: 'made up' },
  });
  onTestFinished(() => scenario.close());

  await scenario.deliverRepeatedly(2, orderPaid, { tamper: 'signature' });

  expect(scenario.outcome()).toEqual({ status: 'completed' });
});
`);
});

test('a criterion that nothing checks is something to do', async () => {
  expect(await written({ id: 'AC2', text: 'Sales is happy.' })).toBe(
    "import { test } from 'vitest';\n\ntest.todo('AC2: Sales is happy.');\n",
  );
});

test.each<readonly [string, Partial<ScenarioPlan>]>([
  [
    'const response = await scenario.deliver(orderPaid);\n\nexpect(response.status).toBe(401);\n',
    { when: delivery, expect: [{ kind: 'response', status: 401 }] },
  ],
  [
    "const response = await scenario.deliver(orderPaid, { headers: { 'x-id': '1' } });\n\nexpect(response.body).toEqual({ a: null });\n",
    { when: { ...delivery, headers: { 'x-id': '1' } }, expect: [{ kind: 'response', body: { value: { a: null } } }] },
  ],
  [
    'const responses = await scenario.deliverRepeatedly(2, orderPaid);\n\nfor (const response of responses) {\n  expect(response).toEqual({ status: 200, body: [] });\n}\n',
    { when: { ...delivery, times: 2 }, expect: [{ kind: 'response', status: 200, body: { value: [] } }] },
  ],
  [
    "await scenario.deliverRepeatedly(2, '{ }', { raw: true, everyMs: 1000 });\n\nexpect(scenario.outcome()).toEqual(expect.not.objectContaining({ status: 'failed' }));\n",
    {
      when: { ...delivery, body: { value: '{ }' }, raw: true, times: 2, everyMs: 1000 },
      expect: [{ kind: 'notFailed' }],
    },
  ],
  [
    "await scenario.start({ a: 1 });\n\nexpect(scenario.outcome()).toMatchObject({ code: 'too_late' });\n",
    { when: { kind: 'start', input: { value: { a: 1 } } }, expect: [{ kind: 'fails', code: 'too_late' }] },
  ],
  [
    "await scenario.fire(3);\n\nexpect(scenario.outcome()).toEqual(expect.not.objectContaining({ status: 'failed' }));\n",
    { when: { kind: 'fire', times: 3 }, expect: [{ kind: 'notFailed' }] },
  ],
])('says %j', async (text, plan) => {
  expect(await body(plan)).toBe(text);
});

test('calls are compared by what is given of them', async () => {
  const call = { call: 'create', times: 1, parts: {}, whole: false };
  const calls = async (...all: readonly ExpectedCallPlan[]): Promise<string> =>
    (await body({ expect: [{ kind: 'calls', calls: all }] })).split('\n\n')[1] ?? '';
  expect(await calls()).toBe('expect(scenario.calls()).toEqual([]);\n');
  expect(await calls({ ...call, times: 2 }, { ...call, call: 'remove', times: 0 })).toBe(
    "expect(scenario.calls().map(({ call }) => call)).toEqual(['create', 'create']);\n",
  );
  expect(
    await calls({ ...call, parts: { body: { a: 1 } } }, { ...call, parts: { query: { b: '2' } }, whole: true }),
  ).toBe(
    "expect(scenario.calls()).toEqual([\n  expect.objectContaining({ call: 'create', body: { a: 1 } }),\n  { call: 'create', query: { b: '2' } },\n]);\n",
  );
});

test('headers of calls are compared as far as they are given', async () => {
  const call = { call: 'list', parts: {}, whole: false };
  const calls = [
    { ...call, times: 2, headers: { revision: '2' } },
    { ...call, times: 1 },
  ];
  expect((await body({ expect: [{ kind: 'calls', calls }] })).split('\n\n')[1]).toBe(
    "expect(scenario.calls().map(({ call }) => call)).toEqual(['list', 'list', 'list']);\nexpect(scenario.headers()).toMatchObject([{ revision: '2' }, { revision: '2' }, {}]);\n",
  );
});

test('calls in any order are compared in the order in which they are expected', async () => {
  const call = { call: 'create', times: 1, parts: {}, whole: false };
  const calls = async (...all: readonly (typeof call)[]): Promise<string> =>
    (await body({ expect: [{ kind: 'calls', calls: all, anyOrder: true }] })).split('\n\n')[1] ?? '';
  expect(await calls(call, { ...call, call: 'begin' })).toBe(
    "expect(\n  scenario\n    .calls()\n    .map(({ call }) => call)\n    .toSorted(),\n).toEqual(['begin', 'create']);\n",
  );
  expect(await calls({ ...call, parts: { body: { a: 1 } } }, { ...call, parts: { query: {} }, whole: true })).toBe(
    "const calls = [expect.objectContaining({ call: 'create', body: { a: 1 } }), { call: 'create', query: {} }];\nexpect(scenario.calls(calls)).toEqual(calls);\n",
  );
});

test('what is left is compared', async () => {
  const expected = [
    { kind: 'collection', name: 'a', items: [] },
    { kind: 'collection', name: 'b', items: [{ id: 1 }] },
    { kind: 'checkpoint', fields: { since: 2 } },
  ] as const;
  expect((await body({ expect: expected })).split('\n\n')[1]).toBe(
    "expect(scenario.collection('a')).toEqual([]);\nexpect(scenario.collection('b')).toMatchObject([{ id: 1 }]);\nexpect(scenario.checkpoint()).toEqual({ since: 2 });\n",
  );
});

test('no text of a spec is more than text', async () => {
  const text = "'); process.exit(1); //\n`${1}`\u2028*/";
  const plan = {
    ...scenario,
    when: { ...delivery, headers: { [text]: text } },
    expect: [
      { kind: 'fails', code: text },
      { kind: 'collection', name: text, items: [{ __proto__: null, [text]: text }] },
    ],
  } as const;
  const code = await written({ id: 'AC1', text, scenario: plan });
  expect(code.split('\n').filter((line) => line.startsWith('process') || line.trim().startsWith('process'))).toEqual(
    [],
  );
  expect(code.match(/process\.exit/g)).toHaveLength(7);
  expect(code.match(/^test\(/gm)).toHaveLength(1);
});
