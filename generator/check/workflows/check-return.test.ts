import { expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';

const TYPED =
  '{ manual: { input: { fields: { id: string, "name?": string } }, output: { fields: { name: string } } } }';

async function problems(trigger: string, ...steps: readonly string[]): Promise<readonly string[]> {
  const endpoints =
    'find: { system: shop, method: GET, path: "/items", response: { fields: { items: [string], "name?": string } } }';
  return await problemsOf(specText({ endpoints, trigger, steps: ['- { id: answer, call: find }', ...steps] }));
}

test('a return ends each way through the steps, and what it leaves shows what is there', async () => {
  expect(
    await problems(
      TYPED,
      '- { when: answer.name == null, then: [{ return: { name: none } }] }',
      '- { return: { name: "{answer.name}" } }',
    ),
  ).toEqual([]);
  expect(
    await problems(
      TYPED,
      '- { when: answer.name == null, then: [{ return: { name: none } }], else: [{ return: { name: "{answer.name}" } }] }',
    ),
  ).toEqual([]);
});

test('a path takes its parameters out of an object that has more; a query does not', async () => {
  const spec = (endpoint: string, part: string): string =>
    specText({
      endpoints: `one: { system: shop, method: GET, ${endpoint} }`,
      trigger: '{ manual: { input: { fields: { id: string, note: string } } } }',
      steps: [`- { call: one, with: { ${part}: "{input}" } }`],
    });
  expect(await problemsOf(spec('path: "/items/{id}"', 'path'))).toEqual([]);
  expect(await problemsOf(spec('path: /items, query: { "id?": string }', 'query'))).toEqual([
    expect.stringContaining("no field 'note' on the query of 'one'"),
  ]);
});

test('null is left out where the output may lack the value', async () => {
  const step = '- { return: { id: "1", name: "{answer.items[0] == \'a\' ? answer.items[0] : null}" } }';
  const output = (name: string): string => `{ manual: { output: { fields: { id: string, ${name}: string } } } }`;
  expect(await problems(output('"name?"'), step)).toEqual([]);
  expect(await problems(output('name'), step)).toEqual([expect.stringContaining('FR2005')]);
});

test('a test of what kind a value is shows that behind it, in a branch and where that does not return', async () => {
  const endpoints = 'find: { system: shop, method: GET, path: "/items", response: string | Report }';
  const models = { Report: '{ fields: { name: string } }' };
  const steps = [
    '- { id: answer, call: find }',
    '- { when: isObject(answer), then: [{ return: { name: "{answer.name}" } }] }',
  ];
  const told = async (last: string): Promise<readonly string[]> =>
    await problemsOf(specText({ endpoints, models, trigger: TYPED, steps: [...steps, last] }));
  expect(await told('- { return: { name: "{answer}" } }')).toEqual([]);
  expect(await told('- { return: { name: "{answer.name}" } }')).toEqual([expect.stringContaining('FR2004')]);
});

test('a value that does not fit the output is reported', async () => {
  expect(await problems(TYPED, '- { return: { name: "{answer.items}" } }')).toEqual([
    expect.stringContaining('FR2004'),
  ]);
  expect(await problems(TYPED, '- { return: { name: x, more: 1 } }')).toEqual([expect.stringContaining('FR2003')]);
  expect(await problems(TYPED, '- { return: { name: "{answer.name}" } }')).toEqual([expect.stringContaining('FR2005')]);
});

test('an output that some way does not give is reported, and steps that nothing reaches', async () => {
  expect(await problems(TYPED, '- { when: answer.name == null, then: [{ return: { name: none } }] }')).toEqual([
    expect.stringMatching(/^FR2015 .*an 'output' needs a return step/),
  ]);
  expect(await problems(TYPED, '- { return: { name: none } }', '- { call: find }')).toEqual([
    expect.stringMatching(/^FR2017 .*what follows a return cannot have 'call'/),
  ]);
});

test('a loop that works on several items at once cannot return', async () => {
  expect(
    await problems(
      '{ manual: {} }',
      '- { forEach: item, in: answer.items, concurrency: 2, do: [{ when: item == "a", then: [{ return: "{item}" }] }] }',
    ),
  ).toEqual([
    expect.stringMatching(/^FR2017 .*a loop with concurrency, or what cleans up after a failure, cannot have 'return'/),
  ]);
});

test('without an output, anything may be returned', async () => {
  expect(await problems('{ schedule: { cron: "0 * * * *" } }', '- { return: "{answer.items}" }')).toEqual([]);
});
