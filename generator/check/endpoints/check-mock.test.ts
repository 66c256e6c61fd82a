import { expect, test } from 'vitest';
import { specText } from '../testing/spec-text.ts';
import { problemsOf } from '../testing/check-text.ts';

function withMock(mock: string): string {
  return specText({
    endpoints: `find: { system: shop, method: POST, path: /orders, response: { fields: { id: string } }, mock: ${mock} }`,
    steps: ['- { call: find }'],
  });
}

test('paths of a mock system that are none are told at their places', async () => {
  const mock = `{ match: { 'email); go(': query.email, id: { gt: 'body.lines[].id' } }, item: order; id, total: 'meta[' }`;
  const told = (await problemsOf(withMock(mock))).filter((one) => one.startsWith('FR2010'));
  expect(told.map((one) => one.slice(0, one.indexOf(' →')))).toEqual([
    "FR2010 [order; id] 'order; id' is not expected here",
    "FR2010 ['meta['] 'meta[' is not expected here",
    "FR2010 ['email); go('] 'email); go(' is not expected here",
    "FR2010 ['body.lines[].id'] 'lines[].id' is not expected here",
  ]);
});

test('a parameter of a mock system may have any name', async () => {
  const problems = await problemsOf(withMock(`{ match: { created: { gte: 'query.created[gte]', lt: 'query.a b' } } }`));
  expect(problems.filter((one) => one.startsWith('FR2010'))).toEqual([]);
});
