import { expect, test, vi } from 'vitest';
import { runInProcess } from '../testing/run-in-process.ts';
import { specFolder } from '../testing/small-specs.ts';
import { spawnCli } from '../testing/spawn-cli.ts';

vi.setConfig({ testTimeout: 60_000 });

const LEADS = `flowright: 1
name: leads
systems: { crm: { baseUrl: https://crm.example.com, retry: { attempts: 3 } } }
models: { Lead: { fields: { email: string, city?: string, source?: string } } }
endpoints: { send: { system: crm, method: POST, path: /leads, request: Lead } }
mappings:
  toLead:
    from: Lead
    to: Lead
    rows:
      - { to: email, from: email, pipe: [lower] }
      - { to: city, from: city }
      - { to: source, const: form }
workflows:
  ask:
    trigger: { manual: { input: Lead } }
    steps:
      - guard: { unless: "input.email.includes('@')", fail: invalid_input }
      - { id: lead, map: toLead, from: input }
      - { call: send, with: { body: '{lead}' } }
    acceptanceCriteria:
      - id: AC1
        text: A lead reaches the CRM.
        given: { input: { email: Ada@example.com } }
        expect: { calls: [{ call: send, body: { email: ada@example.com, source: form } }] }
`;

test('says what nothing would miss, with what could notice it', async () => {
  await using folder = await specFolder({ leads: LEADS });
  const { code, stdout, stderr } = await spawnCli(['mutate', '--at-least', '80'], folder.path);
  expect(stdout).toBe(`leads
  leads.integration.yaml:12:9 nobody misses the row 'city' of toLead
    12 |       - { to: city, from: city }
       |         ^^^^^^^^^^^^^^^^^^^^^^^^ a criterion whose input fills it: expect it in the body of a call, or in a collection of ask
  leads.integration.yaml:18:9 nobody misses the guard 'invalid_input' of ask
    18 |       - guard: { unless: "input.email.includes('@')", fail: invalid_input }
       |         ^^^^^ a criterion whose input the guard refuses: expect.fails with its code

         deleted  diagnostic  type check  criterion  survived  same code  noticed
  guard        1           –           –          –         1          –      0 %
  row          3           1           –          1         1          –   66.6 %
  step         2           2           –          –         –          –    100 %
  pipe         1           –           –          1         –          –    100 %
  retry        2           1           –          –         –          1    100 %
  all          9           4           –          2         2          1     75 %

75 % would be noticed, less than 80 % (9 parts of 1 spec deleted, each for itself)
`);
  expect(stderr).toMatch(/^building without each part: 0 of 10 …\n(?:.+ …\n)+$/);
  expect(code).toBe(1);
});

test('says the same to other programs, of what is asked for; judges nothing by criteria that fail already', async () => {
  const refused = `      - id: AC2
        text: What is no address is refused.
        given: { input: { email: Ada } }
        expect: { calls: [], fails: invalid_input }
`;
  const failing = LEADS.replace('name: leads', 'name: failing').replace('email: ada@', 'email: bob@');
  await using folder = await specFolder({ leads: LEADS + refused, failing });
  const { code, stdout } = await spawnCli(['mutate', '--json', '--kinds', 'guard', '--at-least', '100'], folder.path);
  expect(code, stdout).toBe(1);
  const counts = { deleted: 1, diagnostic: 0, typeCheck: 0, criterion: 1, survived: 0, sameCode: 0, share: 100 };
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    share: 100,
    atLeast: 100,
    kinds: { guard: counts },
    specs: [
      {
        file: 'failing.integration.yaml',
        name: 'failing',
        failing: ['AC1'],
        ...counts,
        deleted: 0,
        criterion: 0,
        share: null,
        mutations: [],
      },
      {
        file: 'leads.integration.yaml',
        name: 'leads',
        failing: [],
        ...counts,
        mutations: [
          {
            kind: 'guard',
            description: "guard 'invalid_input' of ask",
            path: ['workflows', 'ask', 'steps', 0],
            place: { file: 'leads.integration.yaml', line: 18, column: 9, endLine: 18, endColumn: 14 },
            noticedBy: 'criterion',
            criteria: ['AC2'],
          },
        ],
      },
    ],
  });
});

test('deletes nothing from a spec with errors, and nothing of an unknown kind', async () => {
  await using folder = await specFolder({ leads: LEADS.replace('call: send', 'call: sned') });
  const broken = await runInProcess(['mutate'], folder.path);
  expect(broken.code).toBe(2);
  expect(broken.stderr + broken.stdout).toContain("did you mean 'send'?");
  const unknown = await runInProcess(['mutate', '--kinds', 'guard,rows'], folder.path);
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain("there is no kind 'rows'");
});
