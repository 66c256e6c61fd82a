import { describe, expect, test } from 'vitest';
import { problemsOf } from './testing/check-text.ts';

interface Parts {
  readonly type: string;
  readonly more?: string;
  /** Trigger and steps of each workflow. */
  readonly workflows: readonly (readonly [trigger: string, steps: string])[];
}

async function problems({ type, more = '', workflows }: Parts): Promise<readonly string[]> {
  return await problemsOf(`
flowright: 1
name: test
type: [${type}]
systems: { shop: { baseUrl: https://shop.example }, crm: { baseUrl: https://crm.example } }
${more}
models: { Row: { fields: { id: string } } }
endpoints:
  readShop: { system: shop, method: GET, path: /rows, response: Row }
  searchCrm: { system: crm, method: POST, path: /rows/search, idempotency: safe, response: Row }
  writeShop: { system: shop, method: PUT, path: /rows, request: Row }
  writeCrm: { system: crm, method: POST, path: /rows, request: Row }
workflows:
${workflows.map(([trigger, steps], at) => `  w${String(at)}: { trigger: ${trigger}, steps: [${steps}] }`).join('\n')}
`);
}

const MANUAL = '{ manual: {} }';
const webhook = (system: string): string =>
  `{ webhook: { path: /in-${system}, signature: { none: true }, payload: Row, system: ${system} } }`;
const write = (endpoint: string): string => `{ call: ${endpoint}, with: { body: { id: a } } }`;
const RESPOND = '{ respond: { status: 200 } }';
const READ_SHOP = `{ id: row, call: readShop }, { guard: { when: "row.id === 'x'", fail: conflict } }`;
const READ_CRM = `{ id: row, call: searchCrm }, { guard: { when: "row.id === 'x'", fail: conflict } }`;

/** Claims, without the warnings of parts that are not used. */
async function claims(parts: Parts): Promise<readonly string[]> {
  return (await problems(parts)).filter((one) => !/^FR300[12]/.test(one));
}

describe('an integration type holds', () => {
  test.each<[string, Parts]>([
    ['real time, by a webhook', { type: 'realTime', workflows: [[webhook('shop'), RESPOND]] }],
    ['batch, by hand', { type: 'batch', workflows: [[MANUAL, RESPOND]] }],
    [
      'batch, by a schedule',
      { type: 'batch', workflows: [["{ schedule: { cron: '0 * * * *' } }", write('writeCrm')]] },
    ],
    ['several tenants', { type: 'multiTenant', more: 'tenants: {}', workflows: [[MANUAL, RESPOND]] }],
    [
      'both ways, by webhooks',
      {
        type: 'bidirectional, realTime',
        workflows: [
          [webhook('shop'), write('writeCrm')],
          [webhook('crm'), write('writeShop')],
        ],
      },
    ],
    [
      'both ways, by reads, within loops and branches',
      {
        type: 'bidirectional',
        workflows: [
          [MANUAL, `${READ_SHOP}, { forEach: one, in: '[1]', do: [${write('writeCrm')}] }`],
          [MANUAL, `${READ_CRM}, { when: run.startedAt > 1, then: [${write('writeShop')}] }`],
        ],
      },
    ],
  ])('%s', async (_name, parts) => {
    expect(await claims(parts)).toEqual([]);
  });
});

describe('an integration type lacks', () => {
  test.each<[string, Parts, string]>([
    [
      'its webhook',
      { type: 'realTime', workflows: [[MANUAL, RESPOND]] },
      'FR2023 [realTime] the type realTime needs a workflow that a webhook starts → give a workflow the trigger webhook; or take realTime out of type',
    ],
    [
      'its schedule',
      { type: 'realTime, batch', workflows: [[webhook('shop'), RESPOND]] },
      'FR2023 [batch] the type batch needs a workflow that a schedule, or somebody by hand, starts → give a workflow the trigger schedule or manual; or take batch out of type',
    ],
    [
      'its tenants',
      { type: 'multiTenant', workflows: [[MANUAL, RESPOND]] },
      "FR2023 [multiTenant] the type multiTenant needs 'tenants' → add tenants: what each tenant has of its own; or take multiTenant out of type",
    ],
  ])('%s', async (_name, parts, expected) => {
    expect(await claims(parts)).toEqual([expected]);
  });

  test.each<[string, Parts['workflows']]>([
    ['one way alone', [[webhook('shop'), write('writeCrm')]]],
    [
      'writes to both systems that have nothing to do with the other',
      [
        [webhook('shop'), write('writeShop')],
        [webhook('crm'), write('writeCrm')],
      ],
    ],
    [
      'reads both ways, and one write',
      [
        [MANUAL, `${READ_SHOP}, ${write('writeCrm')}`],
        [MANUAL, READ_CRM],
      ],
    ],
  ])('the other way: %s', async (_name, workflows) => {
    expect(await claims({ type: 'bidirectional', workflows })).toEqual([
      expect.stringMatching(
        /^FR2023 \[bidirectional\] the type bidirectional needs two systems that are each written to with what comes from the other → /,
      ),
    ]);
  });
});

describe('a question', () => {
  const asked = async (question: string): Promise<readonly string[]> =>
    await claims({
      type: 'batch',
      more: `questions: [{ question: Why?, ${question} }]`,
      workflows: [[MANUAL, RESPOND]],
    });

  test.each(['priority: high', "priority: high, answer: ' '"])('of high priority must be answered: %s', async (one) => {
    expect(await asked(one)).toEqual([
      "FR2024 [Why?] 'Why?' is of high priority, and not answered → write the answer (answer: …), or lower the priority",
    ]);
  });

  test.each(['priority: high, answer: Because.', 'priority: medium', 'impact: none'])('may be: %s', async (one) => {
    expect(await asked(one)).toEqual([]);
  });
});
