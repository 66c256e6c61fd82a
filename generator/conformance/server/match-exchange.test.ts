import { expect, test } from 'vitest';
import type { Exchange } from '../cases/recorded-case.ts';
import { matchExchange, requestDifference } from './match-exchange.ts';
import type { ReceivedRequest } from './received-request.ts';

const exchange = (parts: Partial<Exchange>): Exchange => ({
  method: 'GET',
  path: '/items',
  query: {},
  requestHeaders: {},
  status: 200,
  responseHeaders: {},
  ...parts,
});
const request = (parts: Partial<Omit<ReceivedRequest, 'body'>> & { readonly body?: string } = {}): ReceivedRequest => ({
  method: 'GET',
  path: '/items',
  query: [],
  headers: {},
  ...parts,
  body: Buffer.from(parts.body ?? ''),
});

test('finds an exchange by method, decoded path and query in any order', () => {
  const one = exchange({ path: '/items/a%7Cb', query: { size: '5', tag: ['x', 'y'] } });
  const query = [
    ['tag', 'y'],
    ['size', '5'],
    ['tag', 'x'],
  ] as const;
  expect(matchExchange([exchange({}), one], request({ path: '/items/a|b', query }))).toBe(one);
  expect(matchExchange([one], request({ path: '/items/a|b', query: query.slice(1) }))).toBeUndefined();
  expect(matchExchange([one], request({ method: 'POST', path: '/items/a|b', query }))).toBeUndefined();
});

test('of several exchanges the body decides; one that says nothing of its body is for the rest', () => {
  const rest = exchange({ method: 'POST' });
  const first = exchange({ method: 'POST', requestBody: { limit: 5 } });
  const second = exchange({ method: 'POST', requestBodyContains: ['cursor-2'] });
  const all = [rest, first, second];
  const sent = (body: string) => matchExchange(all, request({ method: 'POST', body }));
  expect(sent('{"limit":5}')).toBe(first);
  expect(sent('{"limit":5,"cursor":"cursor-2"}')).toBe(second);
  expect(sent('{}')).toBe(rest);
});

test('says in what a request is not as it was recorded', () => {
  const one = exchange({ requestHeaders: { revision: '2026-04-15' }, requestBody: { a: 1, b: [1] } });
  const headers = { revision: '2026-04-15' };
  expect(requestDifference(one, request({ headers, body: '{"b":[1],"a":1}' }))).toBeUndefined();
  expect(requestDifference(one, request({ body: '{"b":[1],"a":1}' }))).toContain('header revision is null');
  expect(requestDifference(one, request({ headers, body: '{"a":1}' }))).toContain('body is {"a":1}');
  expect(requestDifference(exchange({}), request({ body: 'x' }))).toContain('none was recorded');
  expect(requestDifference(exchange({ requestBodyRecorded: false }), request({ body: 'x' }))).toBeUndefined();
});

test('a subset may have further members, at any depth', () => {
  const one = exchange({ requestBody: { variables: { first: 50 } }, requestBodyMatch: 'subset' });
  expect(
    requestDifference(one, request({ body: '{"query":"q","variables":{"first":50,"after":"c"}}' })),
  ).toBeUndefined();
  expect(requestDifference(one, request({ body: '{"query":"q","variables":{"first":51}}' }))).toContain('not');
});
