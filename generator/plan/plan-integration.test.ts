import { describe, expect, test } from 'vitest';
import { checkSpec } from '../check/check-spec.ts';
import { checkText, loadText } from '../check/testing/check-text.ts';
import { specText } from '../check/testing/spec-text.ts';
import type { IntegrationPlan } from '../ir/integration.ts';
import { planIntegration } from './plan-integration.ts';
import { specVersion } from './spec-version.ts';

async function planOf(text: string, files: Readonly<Record<string, unknown>> = {}): Promise<IntegrationPlan> {
  const { checked, diagnostics } = checkSpec(await loadText(text, files));
  if (checked === undefined) throw new Error(diagnostics.map((one) => one.message).join('\n'));
  return planIntegration(checked, '/specs/out/sample');
}

/** A spec whose models, mappings and endpoints are called as given; all of them are used. */
function named(models: readonly string[], mappings: readonly string[], endpoints: readonly string[] = []): string {
  return specText({
    models: {
      Row: '{ fields: { id: string } }',
      ...Object.fromEntries(models.map((name) => [name, '{ fields: { id: string } }'])),
    },
    mappings: [
      'keep: { from: Row, to: Row, project: true }',
      ...mappings.map((id) => `${id}: { from: Row, to: Row, project: true }`),
    ].join('\n'),
    endpoints: [
      'read: { system: shop, method: GET, path: /rows, response: Row }',
      ...models.map((name, index) => `m${String(index)}: { system: shop, method: GET, path: /m, response: ${name} }`),
      ...endpoints.map((id) => `${id}: { system: shop, method: GET, path: /e, response: Row }`),
    ].join('\n'),
    trigger: '{ manual: { input: Row, as: row } }',
    steps: [
      '- { id: kept, map: keep, from: row }',
      ...mappings.map((id, index) => `- { id: s${String(index)}, map: ${id}, from: row }`),
      '- { call: read }',
      ...models.map((_, index) => `- { call: m${String(index)} }`),
      ...endpoints.map((id) => `- { call: ${id} }`),
    ],
  });
}

describe('names of the output', () => {
  test('are the ids of the spec, files in kebab case', async () => {
    const plan = await planOf(named(['LineItem'], ['orderToDeal']));
    expect(plan.models.find(({ id }) => id === 'LineItem')?.symbol).toEqual({
      name: 'LineItem',
      file: 'src/models/line-item.ts',
    });
    expect(plan.mappings.find(({ id }) => id === 'orderToDeal')?.symbol).toEqual({
      name: 'orderToDeal',
      file: 'src/mappings/order-to-deal.ts',
    });
  });

  test.each([
    ['Error', 'ErrorModel'],
    ['Map', 'MapModel'],
    ['Promise', 'PromiseModel'],
  ])('a model %s does not hide the global', async (id, name) => {
    expect((await planOf(named([id], []))).models.find((model) => model.id === id)?.symbol.name).toBe(name);
  });

  test.each([
    ['delete', 'delete_'],
    ['switch', 'switch_'],
    ['await', 'await_'],
    ['constructor', 'constructor_'],
    ['undefined', 'undefined_'],
    ['async', 'async_'],
    ['serve', 'serve_'],
    ['Order', 'order'],
    ['paginate', 'paginate'],
  ])('a mapping %s becomes the function %s', async (id, name) => {
    expect((await planOf(named([], [id]))).mappings.find((mapping) => mapping.id === id)?.symbol.name).toBe(name);
  });

  test('that differ in case only get names and files of their own', async () => {
    const { mappings, systems, models } = await planOf(
      named(['Order', 'ORDER', 'Error', 'ErrorModel'], ['toDeal', 'ToDeal', 'todeal'], ['get', 'Get']),
    );
    const files = [...mappings, ...models].map(({ symbol }) => symbol.file.toLowerCase());
    expect(new Set(files).size).toBe(files.length);
    const symbols = [...mappings, ...models].map(({ symbol }) => symbol.name);
    expect(new Set(symbols).size).toBe(symbols.length);
    const operations = systems.flatMap((system) => system.operations.map(({ name }) => name.toLowerCase()));
    expect(new Set(operations).size).toBe(operations.length);
  });

  test('of inputs keep clear of models', async () => {
    const text = specText({
      models: { GetInput: '{ fields: { id: string } }' },
      endpoints:
        'get: { system: shop, method: GET, path: "/{id}", response: GetInput }\nGet: { system: shop, method: GET, path: "/x/{id}", response: GetInput }',
      steps: ['- { call: get, with: { path: { id: a } } }', '- { call: Get, with: { path: { id: a } } }'],
    });
    const names = (await planOf(text)).systems.flatMap((system) => system.operations.map(({ inputType }) => inputType));
    expect(names).toEqual(['GetCallInput', expect.stringMatching(/^GetCallInput./)]);
  });
});

describe('a plan', () => {
  test('is frozen', async () => {
    const plan = await planOf(named([], ['a']));
    expect([plan, plan.mappings, plan.mappings[0]?.build.fields].every((part) => Object.isFrozen(part))).toBe(true);
  });

  test('holds only what workflows use', async () => {
    const text = specText({
      models: {
        Used: '{ fields: { inner: Inner } }',
        Inner: '{ fields: { id: string } }',
        Idle: '{ fields: { id: string } }',
      },
      endpoints:
        'used: { system: shop, method: GET, path: /u, response: Used }\nidle: { system: shop, method: GET, path: /i, response: Idle }',
      steps: ['- { call: used }'],
    });
    const plan = await planOf(text);
    expect(plan.models.map(({ id }) => id)).toEqual(['Inner', 'Used']);
    expect(plan.systems.flatMap((system) => system.operations.map(({ id }) => id))).toEqual(['used']);
  });

  test('lists each setting once, with its default, secrets told apart', async () => {
    const text = specText({
      endpoints: 'a: { system: shop, method: GET, path: /a }',
      steps: ['- { call: a }'],
      trigger:
        '{ webhook: { path: /in, payload: any, signature: { hmac: sha256, header: X-Sign, encoding: hex, secret: HOOK } } }',
    }).replace(
      'systems: { shop: { baseUrl: https://shop.example.com } }',
      'systems: { shop: { baseUrl: "https://{host}", variables: { host: { default: x.example.com, description: Host }, zone: { setting: ZONE } }, auth: { basic: { username: { secret: USER }, password: { secret: USER } } } }, idle: { baseUrl: https://y, auth: { bearer: { secret: IDLE } } } }',
    );
    expect((await planOf(text)).settings.map(({ name, secret, default: value }) => [name, secret, value])).toEqual([
      ['SHOP_HOST', false, 'x.example.com'],
      ['ZONE', false, undefined],
      ['USER', true, undefined],
      ['HOOK', true, undefined],
    ]);
  });
});

describe('the version of a spec', () => {
  const base =
    'flowright: 1\nname: a\nsystems: { s: { baseUrl: https://x } }\nmodels: { M: { $ref: ./m.json } }\nworkflows: { w: { trigger: { manual: {} }, steps: [] } }\n';
  const version = async (text: string, model: unknown = { type: 'string' }): Promise<string> =>
    specVersion(await loadText(text, { 'm.json': model }));

  test('does not depend on layout, comments or the order of keys', async () => {
    const other =
      '# a comment\nname: "a"\nflowright: 1\nworkflows:\n  w:\n    steps: []\n    trigger: { manual: {} }\nmodels:\n  M:\n    $ref: ./m.json\nsystems:\n  s:\n    baseUrl: https://x\n';
    expect(await version(other)).toBe(await version(base));
  });

  test('changes with what the spec says, and with what it refers to', async () => {
    const versions = await Promise.all([
      version(base),
      version(base.replace('https://x', 'https://y')),
      version(base, { type: 'number' }),
    ]);
    expect(new Set(versions).size).toBe(3);
    expect(versions.every((one) => /^[0-9a-f]{16}$/.test(one))).toBe(true);
  });
});

describe('mocks', () => {
  test.each<[string, string, string]>([
    [
      'a list by its pagination',
      'method: GET, path: /rows, response: { fields: { data: [Row] } }, pagination: { link: true, items: data }',
      'list rows',
    ],
    [
      'a list by its answer',
      'method: GET, path: /rows, response: { fields: { total: integer, rows: [Row] } }',
      'list rows',
    ],
    ['a plain list', 'method: GET, path: /rows, response: "Row[]"', 'list rows'],
    ['one by its id', 'method: GET, path: "/rows/{id}", response: Row', 'read rows by id'],
    ['an answer', 'method: GET, path: /status, response: { fields: { ok: boolean } }', 'respond'],
    ['a new one', 'method: POST, path: /rows, request: Row, response: Row', 'create rows'],
    [
      'a search',
      'method: POST, path: /rows/search, idempotency: safe, request: Row, response: { fields: { results: [Row] } }',
      'list rows',
    ],
    ['a change', 'method: PATCH, path: "/rows/{id}", request: Row, response: Row', 'update rows by id'],
    ['a replacement', 'method: PUT, path: "/rows/{id}", request: Row, response: Row', 'update rows by id'],
    ['an end', 'method: DELETE, path: "/rows/{id}"', 'delete rows by id'],
    [
      'what the spec says',
      'method: POST, path: /rows, request: Row, mock: { does: replace, collection: things, match: { key: body.id } }',
      'replace things by key',
    ],
  ])('do %s', async (_name, endpoint, expected) => {
    const sent = endpoint.includes('{id}') ? 'path: { id: a }' : '';
    const body = endpoint.includes('request') ? `${sent === '' ? '' : ', '}body: { id: a }` : '';
    const text = specText({
      models: { Row: '{ fields: { id: string, "key?": string } }' },
      endpoints: `e: { system: shop, ${endpoint} }`,
      steps: [`- { call: e, with: { ${sent}${body} } }`],
    });
    const [endpointMock] = (await planOf(text)).mocks.systems[0]?.endpoints ?? [];
    const does = endpointMock?.does;
    const match =
      does !== undefined && 'match' in does && does.match.length > 0
        ? ` by ${does.match.map(({ field }) => field.join('.')).join()}`
        : '';
    expect(
      `${does?.kind ?? ''}${does !== undefined && 'collection' in does ? ` ${does.collection}` : ''}${match}`,
    ).toBe(expected);
  });
});

test.each(['constructor', 'toString', 'valueOf'])(
  'what is called %s is not taken from the prototype of objects',
  async (name) => {
    const text = specText({
      models: { Row: `{ fields: { ${name}: string } }` },
      tables: `${name}: { ${name}: x }`,
      endpoints: `${name}: { system: shop, method: GET, path: '/${name}', query: { ${name}: {} }, response: { fields: { ${name}: [Row] } } }\nother: { system: shop, method: GET, path: '/o/{${name}}', params: { id: { type: integer } }, response: Row }`,
      steps: [
        `- { call: ${name}, with: { query: { a: b } } }`,
        '- { call: other, with: { path: {} } }',
        `- { id: x, set: { from: run.id, pipe: [{ lookup: ${name} }] } }`,
      ],
    });
    const wrong = (await checkText(text)).diagnostics
      .filter((one) => one.severity === 'error')
      .map((one) => one.message);
    expect(wrong).toEqual([
      `no path parameter 'id'`,
      `no field 'a' on the query of '${name}'`,
      `'${name}' is missing in the call of '${name}'`,
      `'${name}' is missing in the call of 'other'`,
    ]);
    const right = text
      .replace('query: { a: b }', `query: { ${name}: b }`)
      .replace('path: {} }', `path: { ${name}: b } }`)
      .replace('params: { id: { type: integer } }, ', '');
    const { mocks } = await planOf(right);
    expect(mocks.seeds[name]).toEqual([{ [name]: expect.any(String) }]);
  },
);

test.each([
  ['by its description', 'description: Tells how much it is worth, ', 'Tells how much it is worth'],
  ['by its rule where it has none', '', '1. High above 10. 2. Low else.'],
])('the README and its picture tell of a gap %s', async (_name, description, told) => {
  const { readme } = await planOf(
    specText({
      logic: `worth: { ${description}rule: '1. High above 10. 2. Low else.', input: { total: number }, output: string }`,
      steps: ["- { id: x, logic: worth, with: { total: '{1}' } }", '- respond: { status: 200, body: "{x}" }'],
    }),
  );
  expect(readme.gaps).toMatchObject([{ id: 'worth', rule: told }]);
  expect(JSON.stringify(readme.workflows[0]?.flow)).toContain(told);
});
