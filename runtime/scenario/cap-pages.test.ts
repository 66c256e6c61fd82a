import { expect, test } from 'vitest';
import type { MockSystem } from '../mock/definition.ts';
import { capPages } from './cap-pages.ts';

const list = { kind: 'list', collection: 'leads', envelope: [], items: [], order: 'stored', match: [] } as const;
const size = { request: { in: 'query', path: ['limit'] }, default: 100 } as const;
const system: MockSystem = {
  id: 'crm',
  baseUrlSetting: 'CRM_BASE_URL',
  basePath: '',
  auth: { kind: 'none' },
  endpoints: [
    { id: 'paged', method: 'GET', path: '/paged', status: 200, does: { ...list, paginate: { kind: 'link', size } } },
    { id: 'whole', method: 'GET', path: '/whole', status: 200, does: list },
  ],
};

test.each([
  [2, 2],
  [200, 100],
])('a cap of %i leaves pages of %i', (cap, left) => {
  const [paged, whole] = capPages([system], cap)[0]?.endpoints ?? [];
  expect(paged?.does).toEqual({ ...list, paginate: { kind: 'link', size: { ...size, default: left } } });
  expect(whole?.does).toBe(list);
});

test('without a cap the systems are as they were', () => {
  const systems = [system];
  expect(capPages(systems, undefined)).toBe(systems);
});
