import { expect, test } from 'vitest';
import type { Method } from '../http/transport.ts';
import type { MockCondition, MockEndpoint } from './definition.ts';
import { createRouter } from './router.ts';

const endpoint = (id: string, path: string, method: Method = 'GET', when?: readonly MockCondition[]): MockEndpoint => ({
  id,
  method,
  path,
  status: 200,
  does: { kind: 'respond' },
  ...(when && { when }),
});
const operation = (name: string): readonly MockCondition[] => [
  { value: { in: 'body', path: ['operationName'] }, equals: name },
];

const route = createRouter({
  basePath: '',
  endpoints: [
    endpoint('any', '/{kind}'),
    endpoint('deal', '/deals/{dealId}'),
    endpoint('dealJson', '/deals/{dealId}.json'),
    endpoint('search', '/deals/search'),
    endpoint('lines', '/deals/{dealId}/lines/{lineId}'),
    endpoint('range', '/range/{from}..{to}'),
    endpoint('products', '/graphql', 'POST', operation('products')),
    endpoint('orders', '/graphql', 'POST', operation('orders')),
    endpoint('root', '/'),
  ],
});

const go = (path: string, method: Method = 'GET', body?: unknown) =>
  route({ method, path, params: {}, query: {}, headers: {}, body, url: `http://127.0.0.1${path}` });

test.each([
  ['/deals/7', 'deal', { dealId: '7' }],
  ['/deals/a%2Fb%20c', 'deal', { dealId: 'a/b c' }],
  ['/deals/100%', 'deal', { dealId: '100%' }],
  ['/deals/7.json', 'dealJson', { dealId: '7' }],
  ['/deals/search', 'search', {}],
  ['/deals/se%61rch', 'search', {}],
  ['/deals/1/lines/2', 'lines', { dealId: '1', lineId: '2' }],
  ['/range/1..5', 'range', { from: '1', to: '5' }],
  ['/x', 'any', { kind: 'x' }],
  ['/', 'root', {}],
])('%s is %s', (path, id, params) => {
  expect(go(path)).toMatchObject({ kind: 'endpoint', endpoint: { id }, params });
});

test.each(['/deals/1/2', '/deals/', '/deals/7/'])(
  '%s is unknown: a template takes one segment, and not an empty one',
  (path) => {
    expect(go(path)).toEqual({ kind: 'unknown' });
  },
);

test('tells operations on one path apart by their conditions', () => {
  expect(go('/graphql', 'POST', { operationName: 'orders' })).toMatchObject({ endpoint: { id: 'orders' } });
  expect(go('/graphql', 'POST', { operationName: 'other' })).toEqual({ kind: 'unknown' });
});

test('HEAD is GET; another method is told what is allowed', () => {
  expect(go('/deals/search', 'HEAD')).toMatchObject({ endpoint: { id: 'search' } });
  expect(go('/deals/search', 'DELETE')).toEqual({ kind: 'otherMethods', allow: ['GET'] });
});
