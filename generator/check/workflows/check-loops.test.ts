import { describe, expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';

const wrong = (...steps: readonly string[]): Promise<readonly string[]> =>
  problemsOf(
    specText({
      endpoints: [
        'list: { system: shop, method: GET, path: /items, response: { fields: { items: [string], next: string } }, pagination: { cursor: { param: after, from: next }, items: items } }',
        'numbered: { system: shop, method: GET, path: /numbered, response: { fields: { items: [string] } }, pagination: { page: { param: page }, items: items } }',
        'one: { system: shop, method: GET, path: /one, response: { fields: { id: string } } }',
      ].join('\n'),
      trigger: '{ manual: { input: { fields: { ids: [string], "cursor?": string, "count?": integer } }, as: input } }',
      steps: [
        ...steps,
        '- { id: a, call: list }',
        '- { id: b, call: numbered }',
        '- { id: c, call: one }',
        '- { return: "{[a, b, c]}" }',
      ],
    }),
  );

describe('a walk', () => {
  test.each([
    '- { id: x, call: list, startAt: input.cursor, limit: input.count, lastPage: last }\n- { respond: { status: 200, body: "{[x, last]}" } }',
    '- { id: x, call: numbered, pages: first, startAt: input.count }\n- { respond: { status: 200, body: "{x}" } }',
    '- { forEach: page, pages: { call: list, startAt: input.cursor, limit: 5, next: after }, do: [{ respond: { status: 200, body: "{after}" } }] }',
  ])('is sound: %s', async (steps) => {
    expect(await wrong(steps)).toEqual([]);
  });

  test.each([
    ['- { call: list, startAt: input.ids }', /^FR2004 \[input.ids\]/u],
    ['- { call: numbered, startAt: input.cursor }', /^FR2004 \[input.cursor\]/u],
    ['- { call: list, limit: input.cursor }', /^FR2004 \[input.cursor\]/u],
    ['- { call: one, limit: 3 }', /^FR2015 \[limit\] 'limit' needs pagination on 'one'/u],
    ['- { call: list, pages: first, lastPage: last }', /^FR2017 \[lastPage\]/u],
    ['- { forEach: page, pages: { call: list, next: page }, do: [] }', /^FR2009 \[page\]/u],
  ])('is not: %s', async (steps, expected) => {
    expect((await wrong(steps))[0]).toMatch(expected);
  });
});

describe('what a loop leaves', () => {
  test('is known after it', async () => {
    const loop = [
      '- id: upper',
      '  forEach: one',
      '  in: input.ids',
      '  do: []',
      '  collect: "{one.toUpperCase()}"',
      '  carry: { last: { type: string, next: one }, count: { from: 0, next: count + 1 } }',
      '- { respond: { status: 200, body: "{[upper.join(\',\'), last ?? null, count + 1]}" } }',
    ];
    expect(await wrong(loop.join('\n'))).toEqual([]);
  });

  test('is known after a branch, too', async () => {
    const branch = [
      '- when: input.cursor',
      '  then: [{ id: ids, forEach: one, in: input.ids, do: [], collect: "{one}" }]',
      '  else: [{ id: ids, set: { const: [] } }]',
      '- { respond: { status: 200, body: "{ids}" } }',
    ];
    expect(await wrong(branch.join('\n'))).toEqual([]);
  });

  test.each([
    ['- { forEach: one, in: input.ids, do: [], collect: "{one}" }', /^FR2015 \[collect\] 'collect' needs an id/u],
    ['- { id: x, forEach: one, in: input.ids, do: [], flatten: true }', /^FR2015 \[flatten\]/u],
    ['- { id: x, forEach: one, in: input.ids, do: [], collect: "{one}", flatten: true }', /^FR2004 .*a list/u],
    ['- { forEach: one, in: input.ids, do: [], carry: { last: { next: one } } }', /^FR2015 \[last\] .*needs a 'type'/u],
    ['- { forEach: one, in: input.ids, do: [], carry: { n: { from: 0, next: one } } }', /^FR2004 \[one\] number/u],
    ["- { forEach: one, in: input.ids, do: [], carry: { n: { from: '', next: input.cursor } } }", /^FR2011 /u],
    [
      '- { forEach: one, in: input.ids, concurrency: 2, do: [], carry: { n: { from: 0, next: n } } }',
      /^FR2017 \[carry\]/u,
    ],
    ['- { forEach: one, in: input.ids, do: [], carry: { one: { from: 0, next: one.length } } }', /^FR2009 /u],
  ])('is wrong: %s', async (steps, expected) => {
    expect((await wrong(steps)).join('\n')).toMatch(expected);
  });
});

describe('a stop', () => {
  test('shows what is behind it', async () => {
    const steps =
      '- { forEach: one, in: input.ids, do: [{ when: "!input.cursor", then: [{ stop: true }] }, { respond: { status: 200, body: "{input.cursor.length}" } }] }';
    expect(await wrong(steps)).toEqual([]);
  });

  test.each([
    [
      '- { forEach: one, in: input.ids, do: [{ call: one, onError: [{ status: 404, do: [{ stop: true }] }] }] }',
      /^FR2017 \[stop\] a step outside a loop/u,
    ],
    ['- { stop: true }', /^FR2017 \[stop\] a step outside a loop/u],
    ['- { forEach: one, in: input.ids, do: [{ stop: two }] }', /^FR2001 \[two\] no loop around this step over 'two'/u],
    ['- { forEach: one, in: input.ids, concurrency: 2, do: [{ stop: true }] }', /^FR2017 \[stop\] a loop with/u],
    ['- { forEach: one, in: input.ids, do: [{ stop: true }, { call: one }] }', /^FR2017 \[call\] what follows a stop/u],
  ])('is wrong: %s', async (steps, expected) => {
    expect((await wrong(steps))[0]).toMatch(expected);
  });
});
