import { expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';

const endpoints = `get: { system: shop, method: GET, path: /thing, response: { fields: { id: string, "state?": string } }, errors: [{ status: 404, code: not_found }] }
list: { system: shop, method: GET, path: /things, response: [Thing] }
touch: { system: shop, method: POST, path: /touch }
put: { system: shop, method: PUT, path: "/things/{id}", response: Thing }`;
const models = { Thing: '{ fields: { id: string } }' };

async function problems(...steps: readonly string[]): Promise<readonly string[]> {
  const found = await problemsOf(specText({ models, endpoints, steps: [...steps, '- respond: { status: 200 }'] }));
  return found.filter((line) => !line.startsWith('FR3001'));
}

test('a call that may go on without a result has one that may be missing', async () => {
  expect(
    await problems(
      '- { id: thing, call: get, onError: [{ code: not_found, then: continue }, { status: 5xx, do: [{ call: touch }] }] }',
      '- { id: state, set: { from: thing.id } }',
      '- { when: thing != null, then: [{ respond: { status: 200, body: "{thing.id}" } }] }',
      '- { when: state != null, then: [{ sleep: 5s }] }',
    ),
  ).toEqual([]);
  expect(
    await problems(
      '- { id: thing, call: get, onError: continue }',
      '- { call: put, with: { path: { id: "{thing.id}" } } }',
    ),
  ).toEqual([expect.stringMatching(/^FR20(?:05|11) /)]);
});

test.each([
  ['a rule without effect', '- { call: touch, onError: [{ status: 400 }] }', /FR2015 .*a rule of onError needs 'do'/],
  [
    'a return while cleaning up',
    '- { call: touch, onError: [{ do: [{ return: x }] }] }',
    /FR2017 .*cannot have 'return'/,
  ],
  ['no workflow', '- { start: rnu }', /FR2001 .*no workflow 'rnu'.*did you mean 'run'/],
  ['an input that is not taken', '- { start: run, with: { a: 1 } }', /FR2017 .*a start of 'run' cannot have 'with'/],
  ['a poll of what answers nothing', '- { id: p, poll: { call: touch, until: "p == 1" } }', /FR2015 .*a response/],
  ['a poll that is always done', '- { id: p, poll: { call: get, until: p.id } }', /FR2022/],
  [
    'an upsert that finds a list',
    '- { upsert: { find: { call: list }, create: { call: touch }, update: { call: touch } } }',
    /FR2015 .*'find' needs 'match'/,
  ],
  ['a clear without a checkpoint', '- { checkpoint: clear }', /FR2015 .*'checkpoint: clear' needs/],
])('%s is reported', async (_what, step, wanted) => {
  expect(await problems(step)).toEqual([expect.stringMatching(wanted)]);
});

test('an upsert gives what was updated or created', async () => {
  const steps = [
    '- { id: one, upsert: { find: { call: list, match: "answer[0]" }, create: { call: get }, update: { call: put, with: { path: { id: "{found.id}" } } } } }',
    '- { call: put, with: { path: { id: "{one.id}" } } }',
  ];
  expect(await problems(...steps)).toEqual([]);
});
