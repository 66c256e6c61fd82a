import { describe, expect, it } from 'vitest';
import { parseText } from '../text/parse-text.ts';
import { validateSpec } from './validate-spec.ts';

/** A spec in which `part` replaces what stands at the key that it begins with. */
function spec(part: string): string {
  const parts: Record<string, string> = {
    flowright: 'flowright: 1',
    name: 'name: shop',
    systems: 'systems: { shop: { baseUrl: https://shop.test } }',
    workflows: 'workflows: { w: { trigger: { manual: {} }, steps: [] } }',
  };
  const key = part.slice(0, part.indexOf(':'));
  return `${Object.values({ ...parts, [key]: part }).join('\n')}\n`;
}

/** `line:column CODE message → fix`, lines counted within the part. */
async function problems(part: string): Promise<readonly string[]> {
  const text = spec(part);
  const { data, place } = parseText('a.yaml', text);
  const first = text.slice(0, text.indexOf(part)).split('\n').length;
  const result = await validateSpec(data ?? null, place);
  if ('spec' in result) return [];
  return result.diagnostics.map(
    (one) => `${(one.place?.line ?? 0) - first + 1}:${one.place?.column} ${one.code} ${one.message} → ${one.fix}`,
  );
}

const steps = (step: string): string => `workflows:\n  w:\n    trigger: { manual: {} }\n    steps:\n      - ${step}`;
const rows = (row: string): string => `mappings:\n  m:\n    from: A\n    to: B\n    rows:\n      - ${row}`;
const auth = (of: string): string => `systems:\n  s:\n    baseUrl: https://s.test\n    auth: ${of}`;
const endpoint = (of: string): string => `endpoints:\n  e: { system: s, method: GET, path: /x, ${of} }`;

describe('validateSpec', () => {
  it('accepts a spec', async () => {
    expect(await problems('name: shop')).toEqual([]);
  });

  it.each([
    ['an unknown key', 'titel: Shop', ["1:1 FR1101 the spec has no key 'titel' → did you mean 'title'?"]],
    [
      'an unknown key in an endpoint',
      endpoint('respons: A'),
      ["2:42 FR1101 an endpoint has no key 'respons' → did you mean 'response'?"],
    ],
    [
      'a misspelt key that must be there',
      'systems:\n  s: { baseURL: https://s.test }',
      ["2:8 FR1101 a system has no key 'baseURL' → did you mean 'baseUrl'?"],
    ],
    [
      'a missing key',
      'systems:\n  s: { title: S }',
      [
        "2:3 FR1102 a system needs 'baseUrl' → add baseUrl: the URL (https://…) that every path is below; {name} stands for a variable",
      ],
    ],
    ['a wrong type', 'title: 12', ['1:8 FR1103 text is wanted here, not the number 12 → put quotes around it']],
    [
      'a list for an object',
      'systems: []',
      [
        '1:10 FR1103 an object is wanted here, not a list → write an object: { key: value }, or a line key: value for each key',
      ],
    ],
    [
      'a key without a value',
      'systems:',
      ['1:1 FR1103 an object is missing here → write an object: { key: value }, or a line key: value for each key'],
    ],
    [
      'a value that is not in the list',
      'endpoints:\n  e: { system: s, method: PSOT, path: /x }',
      ["2:27 FR1104 'PSOT' is not one of GET, POST, PUT, PATCH, DELETE or HEAD → did you mean 'POST'?"],
    ],
    [
      'text of another form',
      'name: My Shop',
      [
        "1:7 FR1105 'My Shop' is not what is wanted here → wanted: the integration's name: lower case, words joined by hyphens",
      ],
    ],
    [
      'a bad name',
      'systems:\n  my-shop: { baseUrl: https://s.test }',
      ["2:3 FR1105 'my-shop' is not what is wanted here → wanted: a name: a letter, then letters and digits"],
    ],
    [
      'a number out of bounds',
      'systems:\n  s: { baseUrl: https://s.test, retry: { attempts: 0 } }',
      ['2:52 FR1106 a number of at least 1 is wanted here, not 0 → give a number of at least 1'],
    ],
    [
      'a list that is too short',
      'type: []',
      ['1:7 FR1106 a list of at least one item is wanted here, not an empty list → give a list of at least one item'],
    ],
    [
      'a value given twice',
      'type: [batch, realTime, batch]',
      ["1:25 FR1109 the text 'batch' is given twice in this list → remove one of them"],
    ],
    [
      'another version',
      'flowright: 2',
      ['1:12 FR1111 version 2 of the spec language is not known → write flowright: 1'],
    ],
    [
      'a bad name in a shape of names',
      endpoint('mock: { match: { a: { gtt: query.a } } }'),
      ["2:64 FR1101 'a' has no key 'gtt' → did you mean 'gt'?"],
    ],
  ])('reports %s', async (_what, part, wanted) => {
    expect(await problems(part)).toEqual(wanted);
  });

  it.each([
    [
      'no kind',
      steps('id: a'),
      [
        expect.stringMatching(
          /^5:9 FR1107 a step needs one of call, .+ or checkpoint → add the key that says which kind it is$/,
        ),
      ],
    ],
    ['a misspelt kind', steps('cal: getOrder'), ["5:9 FR1101 a step has no key 'cal' → did you mean 'call'?"]],
    [
      'two kinds',
      steps('{ id: a, call: getOrder, map: m }'),
      ['5:34 FR1108 a step cannot have call and map together → keep one of call and map'],
    ],
    [
      'an unknown key of a kind',
      steps('{ call: getOrder, wiht: {} }'),
      ["5:27 FR1101 a call step has no key 'wiht' → did you mean 'with'?"],
    ],
    [
      'a missing key of a kind',
      steps('{ map: m }'),
      ["5:11 FR1102 a map step needs 'id' → add id: the name of the step; later steps know its result by it"],
    ],
    [
      'a kind without its main key',
      steps('{ if: a, then: [] }'),
      [
        "5:11 FR1102 a when step needs 'when' → add when: a restricted TypeScript expression over the names in scope: a path, comparisons, arithmetic, conditionals and the standard functions",
        "5:11 FR1101 a when step has no key 'if' → known here: id, note, when and else",
      ],
    ],
    [
      'a step that is text',
      steps('call'),
      ["5:9 FR1103 an object with call is wanted here, not the text 'call' → write { call: … }"],
    ],
    [
      'a step within a step',
      steps('when: a\n        then:\n          - call: 12'),
      ["7:19 FR1105 '12' is not what is wanted here → wanted: a name: a letter, then letters and digits"],
    ],
    [
      'a step deep within',
      steps('{ when: a, then: [{ forEach: x, in: y, do: [{ guard: { fail: Bad } }] }] }'),
      [
        "5:70 FR1105 'Bad' is not what is wanted here → wanted: a failure code: not_found, invalid_input, invalid_response, conflict, rate_limited, unauthorized, provider_error, or a word of your own in snake_case",
      ],
    ],
    [
      'a value within a step',
      steps('{ id: x, set: { form: a } }'),
      ["5:25 FR1101 a value has no key 'form' → did you mean 'from'?"],
    ],
    [
      'how long a value is kept',
      steps('{ id: x, set: { from: a }, keep: foreve }'),
      ["5:42 FR1104 'foreve' is not one of run or forever → did you mean 'forever'?"],
    ],
    [
      'a duration',
      steps('{ id: x, set: { from: a }, keep: 5 minutes }'),
      [
        "5:42 FR1105 '5 minutes' is not what is wanted here → wanted: how long the value is kept: for this run (default), for ever, or a time",
      ],
    ],
  ])('of a step says %s', async (_what, part, wanted) => {
    expect(await problems(part)).toEqual(wanted);
  });

  it.each([
    [
      'no source',
      rows('{ to: a }'),
      [
        '6:11 FR1107 a row needs one of from, const, template, expr, jsonata, logic, rule or copy → add the key that says which kind it is',
      ],
    ],
    [
      'two sources',
      rows('{ to: a, from: b, const: c }'),
      ['6:27 FR1108 a row cannot have from and const together → keep one of from and const'],
    ],
    [
      'no target',
      rows('{ from: b }'),
      ["6:11 FR1102 a row needs 'to' → add to: the target field; items[].sku fills a field of each item"],
    ],
    ['a misspelt source', rows('{ to: a, fron: b }'), ["6:18 FR1101 a row has no key 'fron' → did you mean 'from'?"]],
    [
      'an unknown operation',
      rows('{ to: a, from: b, pipe: [trm] }'),
      ["6:34 FR1104 'trm' is not known here → did you mean 'trim'?"],
    ],
    [
      'an operation without its argument',
      rows('{ to: a, from: b, pipe: [round] }'),
      ["6:34 FR1103 an object with round is wanted here, not the text 'round' → write { round: … }"],
    ],
    [
      'a misspelt operation',
      rows('{ to: a, from: b, pipe: [{ rond: 2 }] }'),
      ["6:36 FR1101 an operation has no key 'rond' → did you mean 'round'?"],
    ],
    [
      'an operation with a bad argument',
      rows('{ to: a, from: b, pipe: [{ round: two }] }'),
      ["6:43 FR1103 a whole number is wanted here, not the text 'two' → write a number"],
    ],
    [
      'one path in a list',
      rows('{ to: a, from: [b] }'),
      ['6:24 FR1106 a list of at least 2 items is wanted here, not a list of 1 → give a list of at least 2 items'],
    ],
    [
      'an input of logic',
      rows('{ to: a, logic: l, with: { x: 5 } }'),
      ['6:39 FR1103 text or an object is wanted here, not the number 5 → put quotes around it'],
    ],
    [
      'a value as the input of logic',
      rows('{ to: a, logic: l, with: { x: { from: a, pip: [] } } }'),
      ["6:50 FR1101 a value has no key 'pip' → did you mean 'pipe'?"],
    ],
  ])('of a row says %s', async (_what, part, wanted) => {
    expect(await problems(part)).toEqual(wanted);
  });

  it.each([
    [
      'no kind of auth',
      auth('{}'),
      [
        '4:5 FR1107 auth needs one of apiKey, basic, bearer, oauth2, jwt, exchange, signature, awsSigV4, oauth1, mtls or none → add the key that says which kind it is',
      ],
    ],
    [
      'two kinds of auth',
      auth('{ none: true, bearer: { secret: X } }'),
      ['4:25 FR1108 auth cannot have none and bearer together → keep one of none and bearer'],
    ],
    [
      'where an API key goes',
      auth('{ apiKey: { headr: X-Key, secret: X } }'),
      ["4:23 FR1101 'apiKey' has no key 'headr' → did you mean 'header'?"],
    ],
    [
      'the name of a secret',
      auth('{ bearer: { secret: token } }'),
      [
        '4:31 FR1112 this is not the name of an environment variable; a secret itself has no place in a spec → write a name such as CRM_TOKEN, and give it its value in .env',
      ],
    ],
    [
      'a setting',
      auth('{ basic: { username: { secrt: X }, password: y } }'),
      ["4:34 FR1101 a setting has no key 'secrt' → did you mean 'secret'?"],
    ],
    [
      'pagination',
      endpoint('pagination: { cursor: { param: c }, items: data }'),
      [
        "2:56 FR1102 'cursor' needs 'from' → add from: where the response holds the next cursor: meta.next, or data[-1].id for a field of the last item",
      ],
    ],
    [
      'a missing kind of pagination',
      endpoint('pagination: { items: data }'),
      [
        '2:42 FR1107 pagination needs one of cursor, page, offset, nextUrl, link, keyset or window → add the key that says which kind it is',
      ],
    ],
    [
      'a trigger',
      'workflows:\n  w:\n    trigger: { webhok: {} }\n    steps: []',
      ["3:16 FR1101 a trigger has no key 'webhok' → did you mean 'webhook'?"],
    ],
    [
      'a type name',
      endpoint('response: list of text'),
      [
        "2:52 FR1105 'list of text' is not what is wanted here → wanted: a type: string, number, integer, boolean, datetime, date, object, any, null, a model's name, or a value: 'open'; with [] for a list, and | between several",
      ],
    ],
    [
      'a type',
      endpoint('response: 5'),
      ['2:52 FR1103 text, a list or an object is wanted here, not the number 5 → put quotes around it'],
    ],
    [
      'a field of a model',
      'models:\n  A: { fields: { a: 5 } }',
      ['2:21 FR1103 text, a list or an object is wanted here, not the number 5 → put quotes around it'],
    ],
    [
      'fields beside infer',
      'models:\n  A: { fields: { a: string }, infer: x.json }',
      ['2:31 FR1108 a model cannot have fields and infer together → keep one of fields and infer'],
    ],
    [
      'a status to retry',
      'systems:\n  s: { baseUrl: https://s.test, retry: { attempts: 2, on: [6xx] } }',
      ["2:60 FR1104 '6xx' is not one of 1xx, 3xx, 4xx, 5xx, network or timeout → did you mean '1xx'?"],
    ],
  ])('of %s', async (_what, part, wanted) => {
    expect(await problems(part)).toEqual(wanted);
  });

  it('takes any JSON Schema as a model', async () => {
    expect(await problems('models:\n  A: { type: object, properties: { fields: { type: string } } }')).toEqual([]);
  });

  it('reports every mistake, each once', async () => {
    const found = await problems(
      'workflows:\n  w:\n    trigger: { manual: 1 }\n    steps:\n      - call: 1\n      - {}\n      - { map: m, call: c }\n  v: {}',
    );
    expect(found.map((one) => one.slice(0, 10))).toEqual([
      '8:3 FR1102',
      '8:3 FR1102',
      '3:24 FR110',
      '5:15 FR110',
      '6:9 FR1107',
      '7:19 FR110',
    ]);
  });
});
