import { expect, test } from 'vitest';
import { readBody } from './request-body.ts';

const read = (body: string | FormData | URLSearchParams, type?: string) =>
  readBody(
    new Request('http://127.0.0.1', {
      method: 'POST',
      body,
      ...(type !== undefined && { headers: { 'content-type': type } }),
    }),
  );

test.each([
  ['{"a":1}', 'application/json', { body: { a: 1 } }],
  ['[1]', 'application/vnd.api+json; charset=utf-8', { body: [1] }],
  ['{"a":', 'application/json', { body: '{"a":', malformed: true }],
  ['', 'application/json', {}],
  ['<a/>', 'application/xml', { body: { a: '' } }],
  ['a=1&a=2&b%5Bc%5D=x+y', 'application/x-www-form-urlencoded', { body: { a: ['1', '2'], b: { c: 'x y' } } }],
  [
    'items[0][price]=p1&items[1][price]=p2&tags[]=u&tags[]=v&one[]=w',
    'application/x-www-form-urlencoded',
    { body: { items: [{ price: 'p1' }, { price: 'p2' }], tags: ['u', 'v'], one: ['w'] } },
  ],
  [
    'odd]=1&__proto__[x]=1',
    'application/x-www-form-urlencoded',
    { body: JSON.parse('{"odd]":"1","__proto__":{"x":"1"}}') },
  ],
])('%s as %s', async (text, type, expected) => {
  expect(await read(text, type)).toEqual(expected);
});

test('a body without a type is JSON where it can be', async () => {
  const untyped = (text: string) =>
    readBody(new Request('http://127.0.0.1', { method: 'POST', body: new TextEncoder().encode(text) }));
  expect([await untyped('{"a":1}'), await untyped('plain')]).toEqual([{ body: { a: 1 } }, { body: 'plain' }]);
});

test('multipart: fields by name, and of a file what can be compared', async () => {
  const form = new FormData();
  form.set('name', 'x');
  form.set('file', new File(['abc'], 'a.txt', { type: 'text/plain' }));
  expect(await read(form)).toEqual({ body: { name: 'x', file: { name: 'a.txt', type: 'text/plain', text: 'abc' } } });
});
