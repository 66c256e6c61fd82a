import { startMocks } from '@flowright/runtime/mock';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkText } from '../../check/testing/check-text.ts';
import { specText } from '../../check/testing/spec-text.ts';
import { planMocks } from './plan-mocks.ts';

/** The first and the last page of a mock system whose answers have these fields beside the items. */
async function pagesOf(fields: string, pagination: string): Promise<readonly unknown[]> {
  const { checked } = await checkText(
    specText({
      models: { Next: '{ fields: { after: string } }' },
      endpoints: `list: { system: shop, method: GET, path: /items, response: { fields: { items: [string], ${fields} } }, pagination: { ${pagination}, items: items, size: { value: 2 } } }`,
      steps: [
        '- forEach: page',
        '  pages: { call: list }',
        '  do: [{ id: count, set: { from: page.items, pipe: [count] } }]',
      ],
    }),
  );
  if (checked === undefined) throw new Error('the spec of the test is wrong');
  const mocks = await startMocks({ ...planMocks(checked), seeds: { items: ['a', 'b', 'c'] } });
  onTestFinished(() => mocks.close());
  const first = await (await fetch(`${mocks.urls['shop']}/items`)).text();
  const next = /"(?:next|after)":"([^"]+)"/u.exec(first)?.[1] ?? '';
  const last = await fetch(next.startsWith('http') ? next : `${mocks.urls['shop']}/items?after=${next}`);
  return [JSON.parse(first), await last.json()];
}

describe('the last page fits the model of the answer, with a cursor that', () => {
  test.each([
    ['may be missing: it is', '"next?": string', 'next', {}],
    ['may be null: it is', 'next: string | null', 'next', { next: null }],
    ['may be both: it is missing', '"next?": string | null', 'next', {}],
    ['must be a text: it is empty', 'next: string', 'next', { next: '' }],
    [
      'is in an object that may be missing: so is that',
      '"paging?": { fields: { "next?": { fields: { after: string } } } }',
      'paging.next.after',
      {},
    ],
    [
      'is in an object that may be missing, beside other fields',
      '"paging?": { fields: { "next?": { fields: { after: string, link: string } } } }',
      'paging.next.after',
      {},
    ],
    [
      'is in an object that must be there, beside other fields',
      'paging: { fields: { size: integer, "next?": { fields: { after: string } } } }',
      'paging.next.after',
      { paging: { size: expect.any(Number) } },
    ],
    [
      'is all that an object holds that must be there',
      'paging: { fields: { "next?": { fields: { "after?": string } } } }',
      'paging.next.after',
      { paging: {} },
    ],
    [
      'is in an object that may be null',
      'paging: { fields: { next: Next | null } }',
      'paging.next.after',
      { paging: { next: null } },
    ],
    [
      'may be null in an object that may be missing',
      '"paging?": { fields: { after: string | null } }',
      'paging.after',
      { paging: { after: null } },
    ],
  ])('%s', async (_name, fields, from, expected) => {
    const [one, last] = await pagesOf(fields, `cursor: { param: after, from: ${from} }`);
    expect(JSON.stringify(one)).toContain('"items":["a","b"]');
    expect(last).toEqual({ items: ['c'], ...expected });
  });
});

test('the last page has the flag that says so', async () => {
  const [one, last] = await pagesOf('next: string, done: boolean', 'cursor: { param: after, from: next, last: done }');
  expect(one).toMatchObject({ done: false });
  expect(last).toEqual({ items: ['c'], next: '', done: true });
});

test('and with the URL of the next page', async () => {
  const [one, last] = await pagesOf('next: string | null', 'nextUrl: { from: next }');
  expect(one).toEqual({ items: ['a', 'b'], next: expect.stringMatching(/^http/u) });
  expect(last).toEqual({ items: ['c'], next: null });
});
