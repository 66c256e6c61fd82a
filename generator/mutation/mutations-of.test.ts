import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Data } from '../data/data.ts';
import type { SpecPath } from '../diagnostics/place.ts';
import { parseText } from '../load/text/parse-text.ts';
import { validateSpec } from '../load/schema/validate-spec.ts';
import { repository } from '../testing/repository.ts';
import { at } from './edit.ts';
import type { Mutation } from './mutation.ts';
import { mutationsOf } from './mutations-of.ts';

const SPEC = `flowright: 1
name: leads
systems: { crm: { baseUrl: https://crm.example.com, retry: { attempts: 2, on: [429, 5xx] } } }
endpoints:
  list:
    { system: crm, method: GET, path: /leads, retry: { attempts: 1 }, response: { fields: { items: [{ fields: { id: string } }], next?: string } }, pagination: { cursor: { from: next, param: after }, items: items }, errors: [{ status: 410, code: not_found }] }
mappings:
  toLead: { from: object, to: object, rows: [{ to: a, from: b, when: b, pipe: [trim, { slice: [0, 2] }], default: none }, { to: c, const: 1, pipe: [string] }] }
workflows:
  main:
    trigger: { webhook: { path: /in, signature: { apiKey: { header: X-Key, secret: KEY } }, events: { header: X-Topic, in: [made] }, dedupe: { header: X-Id }, payload: object, filter: event } }
    steps:
      - guard: { unless: event, fail: empty }
      - when: event
        then:
          - { id: first, set: { from: event, default: 1 } }
          - { forEach: item, in: '[1]', do: [{ call: list }] }
        else: [{ id: other, set: { from: event }, steps: [{ id: inner, map: toLead, from: event }] }]
      - save: Lead
        from: event
      - respond: { status: 200 }
`;

async function parsed(text: string): Promise<{ readonly data: Data; readonly mutations: readonly Mutation[] }> {
  const { data = null, place } = parseText('leads.integration.yaml', text);
  const validated = await validateSpec(data, place);
  if (!('spec' in validated)) throw new Error(JSON.stringify(validated.diagnostics));
  return { data, mutations: mutationsOf(validated.spec) };
}

test('everything whose absence somebody should notice is deleted for itself', async () => {
  const { mutations } = await parsed(SPEC);
  expect(mutations.map(({ kind, description }) => `${kind}: ${description}`)).toEqual([
    'retry: retry of crm',
    "retry: 'attempts' of crm's retry",
    "retry: 'on' of crm's retry",
    "retry: item 1 of crm's retry.on",
    "retry: item 2 of crm's retry.on",
    'retry: retry of list',
    'pagination: pagination of list',
    "pagination: 'cursor' of list's pagination",
    "pagination: 'from' of list's pagination.cursor",
    "pagination: 'param' of list's pagination.cursor",
    "pagination: 'items' of list's pagination",
    "errors: error 'not_found' of list",
    "row: row 'a' of toLead",
    "pipe: operation trim of row 'a' of toLead",
    "pipe: operation slice of row 'a' of toLead",
    "default: default of row 'a' of toLead",
    "when: condition of row 'a' of toLead",
    "row: row 'c' of toLead",
    "pipe: operation string of row 'c' of toLead",
    'signature: signature of main',
    "signature: 'apiKey' of main's signature",
    "signature: 'header' of main's signature.apiKey",
    "signature: 'secret' of main's signature.apiKey",
    'filter: events of main',
    "filter: 'header' of main's events",
    "filter: 'in' of main's events",
    "filter: item 1 of main's events.in",
    'dedupe: dedupe of main',
    "dedupe: 'header' of main's dedupe",
    'filter: filter of main',
    "guard: guard 'empty' of main",
    "step: branch 'event' of main",
    "when: condition of branch 'event' of main",
    "step: step 'first' of main",
    "default: default of step 'first' of main",
    "step: loop over 'item' of main",
    'step: call of list of main',
    "step: step 'other' of main",
    "step: step 'inner' of main",
    'step: save of Lead of main',
    'step: respond of main',
  ]);
});

test('a deletion takes nothing else with it, and what is left knows where it stood', async () => {
  const { data, mutations } = await parsed(SPEC);
  const before = JSON.stringify(data);
  for (const { apply, origin, description } of mutations) {
    const changed = apply(data);
    expect(JSON.stringify(changed).length, description).toBeLessThan(before.length);
    for (const [place, value] of leaves(changed)) expect(at(data, origin(place)), description).toEqual(value);
  }
  expect(JSON.stringify(data)).toBe(before);
});

test('a branch without its condition is what it held', async () => {
  const { data, mutations } = await parsed(SPEC);
  const steps = mutations.find(({ description }) => description.startsWith('condition of branch'))?.apply(data);
  expect(at(steps ?? null, ['workflows', 'main', 'steps'])).toMatchObject([
    { guard: {} },
    { id: 'first' },
    { forEach: 'item' },
    { save: 'Lead' },
    { respond: {} },
  ]);
});

test('the examples lose no part twice', async () => {
  const file = path.join(repository, 'spec/examples/shopify-hubspot/shopify-hubspot.integration.yaml');
  const { data, mutations } = await parsed(await readFile(file, 'utf8'));
  const kinds = new Set(mutations.map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(['guard', 'row', 'signature']));
  const changed = mutations.map(({ apply }) => JSON.stringify(apply(data)));
  expect(new Set(changed).size).toBe(changed.length);
});

function* leaves(data: Data, way: SpecPath = []): Generator<readonly [SpecPath, Data]> {
  if (Array.isArray(data)) for (const [index, item] of data.entries()) yield* leaves(item, [...way, index]);
  else if (typeof data === 'object' && data !== null)
    for (const [key, value] of Object.entries(data)) yield* leaves(value, [...way, key]);
  else yield [way, data];
}
