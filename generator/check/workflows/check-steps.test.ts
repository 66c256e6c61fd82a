import { describe, expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';

const MODELS = {
  Item: '{ fields: { id: string, "price?": number } }',
  Order:
    '{ fields: { id: integer, "email?": string | null, items: [Item], "more?": [Item], "customer?": { fields: { "name?": string, age: integer } }, extra: any } }',
};
const ENDPOINTS = `get: { system: shop, method: GET, path: "/orders/{id}", params: { id: { type: integer } }, response: Order }
list: { system: shop, method: GET, path: /orders, query: { since: { type: integer }, "state": { optional: true } }, response: { fields: { data: [Order], "next?": string } }, pagination: { cursor: { param: cursor, from: next }, items: data } }
create: { system: shop, method: POST, path: /orders, headers: { X-Run: {} }, request: { fields: { id: string, "note?": string, tags: [string] } }, response: Order }
remove: { system: shop, method: DELETE, path: "/orders/{id}" }`;
const MORE = {
  models: MODELS,
  endpoints: ENDPOINTS,
  mappings:
    'copy: { from: Order, to: Order, project: true }\nboth: { from: { order: Order, name: string }, to: Item, rows: [{ to: id, from: name }] }',
  logic: 'judge: { rule: judges, input: { id: integer, "note?": string }, output: { enum: [good, bad] } }',
  trigger: '{ manual: { input: Order, as: order } }',
  checkpoint: '{ since: { type: integer, initial: 0 }, last: { type: string } }',
};

/** Errors only: what these steps do not use is not their business. */
async function problems(...steps: readonly string[]): Promise<readonly string[]> {
  return (await problemsOf(specText({ ...MORE, steps }))).filter((line) => !line.startsWith('FR3001'));
}

describe('steps that are right', () => {
  test.each<[string, readonly string[]]>([
    [
      'call, and read the answer',
      [
        '- { id: got, call: get, with: { path: { id: "{order.id}" } } }',
        '- { id: name, set: { from: got.customer.name } }',
      ],
    ],
    ['call without an answer', ['- { id: gone, call: remove, with: { path: { id: "{order.id}" } } }']],
    [
      'call a paginated endpoint for all its items',
      ['- { id: all, call: list, with: { query: { since: 1 } } }', '- { id: n, set: { from: all, pipe: [count] } }'],
    ],
    [
      'call it for its first page',
      [
        '- { id: one, call: list, pages: first, with: { query: { since: 1, state: open } } }',
        '- { id: n, set: { from: one.data, pipe: [count] } }',
      ],
    ],
    [
      'map',
      [
        '- { id: a, map: copy, from: order }',
        '- { id: b, map: both, from: { order: a, name: "string(a.id)" } }',
        '- { id: c, map: copy, each: "[a, order]" }',
      ],
    ],
    [
      'ask logic',
      [
        '- { id: verdict, logic: judge, with: { id: "{order.id}" } }',
        `- guard: { when: "verdict === 'bad'", fail: refused }`,
      ],
    ],
    [
      'rely on a guard',
      [
        '- guard: { unless: order.email, fail: missing }',
        '- { id: mail, set: { expr: order.email.trim() } }',
        '- { id: l, set: { expr: mail.length } }',
      ],
    ],
    [
      'rely on a guard against',
      [
        '- guard: { when: "!order.email", fail: missing }',
        '- { id: l, set: { expr: order.email.length } }',
        '- guard: { when: l > 3, fail: long }',
      ],
    ],
    [
      'rely on a condition, also further down',
      [
        '- when: "order.customer && order.customer.name"\n  then:\n    - { id: l, set: { expr: order.customer.name.length > 3 } }\n    - guard: { when: order.customer.age > 3, fail: old }',
      ],
    ],
    [
      'rely on the failure of a condition',
      [
        '- when: "!order.email"\n  then:\n    - respond: { status: 404 }\n  else:\n    - { id: l, set: { template: "{order.email}" } }',
      ],
    ],
    [
      'bind a name in both branches',
      [
        '- when: order.email\n  then: [{ id: x, set: { const: 1 } }]\n  else: [{ id: x, set: { const: 2 } }]',
        '- guard: { when: x > 1, fail: big }',
      ],
    ],
    [
      'bind a name in one branch',
      [
        '- when: order.email\n  then: [{ id: x, set: { const: 1 } }]',
        '- guard: { when: (x ?? 0) > 1, fail: big }',
        '- guard: { unless: x, fail: none }',
        '- guard: { when: x > 1, fail: big }',
      ],
    ],
    [
      'loop over a list',
      [
        '- forEach: item\n  in: order.items\n  key: item.id\n  do: [{ id: p, set: { expr: item.price ?? 0 } }, { guard: { when: p > 3, fail: dear } }]',
      ],
    ],
    [
      'loop over pages',
      [
        '- forEach: page\n  pages: { call: list, with: { query: { since: "{checkpoint.since}" } } }\n  do: [{ id: rows, map: copy, each: page.data }, { checkpoint: { since: 5, last: "{order.id}x" } }]',
      ],
    ],
    [
      'use a name again in another loop',
      [
        '- forEach: a\n  in: order.items\n  do: [{ id: x, set: { from: a.id } }]',
        '- forEach: b\n  in: order.items\n  do: [{ id: x, set: { from: b.id } }]',
      ],
    ],
    [
      'keep a value',
      [
        '- id: token\n  set: { expr: string(made.id) }\n  keep: 7d\n  steps: [{ id: made, call: create, with: { headers: { X-Run: "{run.id}" }, body: { id: a, tags: [] } } }]',
      ],
    ],
    [
      'answer',
      [
        '- respond: { status: 201, headers: { X-Id: "{order.id}" }, body: { id: "{order.id}", list: ["{order.email}", 1, null] } }',
      ],
    ],
    [
      'use a function beside a name that is the same',
      [
        '- { id: count, set: { from: order.items, pipe: [count] } }',
        '- { id: n, set: { expr: count(order.items) + count } }',
      ],
    ],
  ])('%s', async (_name, steps) => {
    expect(await problems(...steps)).toEqual([]);
  });
});

describe('a step that is wrong', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'reads a name that nothing binds',
      ['- { id: x, set: { from: ordr.id } }'],
      ["FR2007 [ordr] nothing is called 'ordr' here → did you mean 'order'?"],
    ],
    [
      'reads a later step',
      ['- { id: x, set: { from: y } }', '- { id: y, set: { const: 1 } }'],
      ["FR2007 [y] nothing is called 'y' here → known here: run, checkpoint and order"],
    ],
    [
      'reads what only a loop binds',
      ['- forEach: a\n  in: order.items\n  do: [{ id: x, set: { from: a.id } }]', '- { id: y, set: { from: x } }'],
      ["FR2007 [x] nothing is called 'x' here → known here: run, checkpoint and order"],
    ],
    [
      'reads what may be missing after a branch',
      ['- when: order.email\n  then: [{ id: x, set: { const: 1 } }]', '- guard: { when: x > 1, fail: big }'],
      ['FR2011 [x] the value may be missing here → give another value for when it is missing: (x ?? 0)'],
    ],
    [
      'takes a name that is taken',
      ['- { id: order, set: { const: 1 } }'],
      [
        "FR2009 [order] 'order' is given twice, by the input of the workflow and by this step → remove or rename one of them",
      ],
    ],
    [
      'takes a name that is taken, for its item',
      ['- forEach: order\n  in: order.items\n  do: []'],
      [
        "FR2009 [order] 'order' is given twice, by the input of the workflow and by the item of this loop → remove or rename one of them",
      ],
    ],
    [
      'takes a name that expressions cannot read',
      ['- { id: new, set: { const: 1 } }', '- { id: constructor, set: { const: 1 } }'],
      [
        "FR2019 [new] 'new' cannot be a name here: it is a word of the expression language → choose another name",
        expect.stringMatching(/^FR2019 \[constructor\]/),
      ],
    ],
    [
      'calls what is not there',
      ['- { id: x, call: gett, with: { path: { id: 1 } } }', '- { id: y, set: { from: x.name } }'],
      ["FR2001 [gett] no endpoint 'gett' → did you mean 'get'?"],
    ],
    [
      'sends what is not declared',
      ['- { call: list, with: { query: { since: 1, sinse: 1 } } }'],
      ["FR2003 [sinse] no field 'sinse' on the query of 'list' → did you mean 'since'?"],
    ],
    [
      'does not send what must be sent',
      ['- { call: get }'],
      ["FR2016 [get] 'id' is missing in the call of 'get' → add id"],
    ],
    [
      'sends a body that nothing takes',
      ['- { call: remove, with: { path: { id: 1 }, body: {} } }'],
      ["FR2015 [body] a body needs a request model on 'remove' → add a request model on 'remove'"],
    ],
    [
      'sends another type',
      ['- { call: get, with: { path: { id: "{order.email}" } } }'],
      [
        'FR2005 ["{order.email}"] this value may be missing, but \'path.id\' must be there → give a default, or make the target optional',
      ],
    ],
    [
      'forgets a part of the body',
      ['- { call: create, with: { headers: { X-Run: a }, body: { id: a } } }'],
      ["FR2016 [body] 'tags' is missing in 'body' of 'create' → add tags"],
    ],
    [
      'writes a part of the body in another way',
      ['- { call: create, with: { headers: { X-Run: a }, body: { id: a, tag: [], tags: [] } } }'],
      ["FR2003 [tag] no field 'tag' on CreateRequest → did you mean 'tags'?"],
    ],
    [
      'asks for pages where there are none',
      ['- { call: get, pages: first, with: { path: { id: 1 } } }'],
      ["FR2015 [pages] pages needs pagination on 'get' → add pagination on 'get', or remove pages"],
    ],
    [
      'maps what does not fit',
      ['- { id: x, map: copy, from: order.items }', '- { id: y, set: { expr: x.id + 1 } }'],
      [expect.stringMatching(/^FR2004 \[order.items\] order is Order, not list of Item/)],
    ],
    [
      'maps without a source',
      ['- { id: x, map: copy }'],
      ['FR2015 [copy] a map step needs from or each → add from or each'],
    ],
    [
      'maps several sources as one',
      ['- { id: x, map: both, from: order }'],
      [
        'FR2004 [order] one value for each of name, order is wanted here, not one → convert the value, for example with a pipe',
      ],
    ],
    [
      'forgets one of several sources',
      ['- { id: x, map: both, from: { order: order } }'],
      [expect.stringMatching(/^FR2016 .*'name' is missing in the mapping 'both'/s)],
    ],
    [
      'names a source that the mapping does not have',
      ['- { id: x, map: both, from: { order: order, name: "\'a\'", nme: order } }'],
      ["FR2003 [nme] no field 'nme' on the sources of 'both' → did you mean 'name'?"],
    ],
    [
      'has a guard with both',
      ['- guard: { when: order.id, unless: order.id, fail: x }'],
      [expect.stringMatching(/^FR2015 \[guard\] a guard needs either unless or when/)],
    ],
    [
      'loops over what is no list',
      ['- forEach: x\n  in: order.id\n  do: [{ id: y, set: { from: x.z } }]'],
      ['FR2004 [order.id] a list is wanted here, not integer → convert the value, for example with a pipe'],
    ],
    [
      'loops over a list that may be missing',
      ['- forEach: x\n  in: order.more\n  do: []'],
      ['FR2011 [order.more] the list may be missing here → guard it, or give an empty list: (list ?? [])'],
    ],
    [
      'loops over nothing',
      ['- forEach: x\n  do: []'],
      [expect.stringMatching(/^FR2015 \[x\] a forEach step needs either in or pages/)],
    ],
    [
      'loops over pages that are none',
      ['- forEach: x\n  pages: { call: get, with: { path: { id: 1 } } }\n  do: []'],
      [expect.stringMatching(/^FR2015 \[get\] a loop over pages needs pagination on 'get'/)],
    ],
    [
      'loops over pages several at once',
      ['- forEach: x\n  concurrency: 2\n  pages: { call: list, with: { query: { since: 1 } } }\n  do: []'],
      [expect.stringMatching(/^FR2017 \[concurrency\]/)],
    ],
    [
      'remembers what is not declared',
      ['- checkpoint: { sinc: 1 }'],
      ["FR2003 [sinc] no field 'sinc' on the workflow's checkpoint → did you mean 'since'?"],
    ],
    [
      'remembers another type',
      ['- checkpoint: { since: now }'],
      [expect.stringMatching(/^FR2004 \[now\] checkpoint.since is integer, not "now"/)],
    ],
    [
      'keeps what may be missing',
      ['- { id: x, set: { from: order.email }, keep: 1d }'],
      [expect.stringMatching(/^FR2011 \[set\] the value that is kept/)],
    ],
    [
      'reads an unknown field in a text',
      ['- respond: { status: 200, body: { a: ["x {order.emial} y"] } }'],
      ["FR2003 [emial] no field 'emial' on Order → did you mean 'email'?"],
    ],
  ])('%s', async (_name, steps, expected) => {
    expect(await problems(...steps)).toEqual(expected);
  });

  test('does not make the steps after it wrong', async () => {
    const steps = [
      '- { id: a, set: { from: nothing.here } }',
      '- { id: b, set: { expr: a.x.y + 1 } }',
      '- { id: c, set: { template: "{a} {b}" } }',
      '- when: c\n  then: [{ id: d, map: copy, from: a }]',
      '- forEach: e\n  in: b\n  do: [{ id: f, set: { from: e.x } }]',
      '- respond: { status: 200, body: { a: "{a}", list: ["{b}"], d: "{d.id}" } }',
    ];
    expect(await problems(...steps)).toEqual([expect.stringMatching(/^FR2007 \[nothing\]/)]);
  });
});
