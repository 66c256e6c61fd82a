import { expect, test } from 'vitest';
import path from 'node:path';
import { loadSpecs } from '../load/load-specs.ts';
import { repository } from '../testing/repository.ts';

async function shop() {
  const cwd = path.join(repository, 'fixtures/openapi');
  const { specs, diagnostics } = await loadSpecs(['shop.integration.yaml'], { cwd });
  expect(diagnostics).toEqual([]);
  return specs[0]?.spec;
}

test('a system gets its base URL, variables and credentials from its document', async () => {
  expect((await shop())?.systems['shop']).toEqual({
    openapi: './shop.openapi.yaml',
    baseUrl: 'https://{region}.shop.example.com/v1',
    variables: { region: { default: 'eu' } },
    auth: { bearer: { secret: 'SHOP_TOKEN' } },
  });
});

test('an endpoint that names an operation gets what the spec does not say', async () => {
  const endpoints = (await shop())?.endpoints;
  expect(endpoints?.['listProducts']).toMatchObject({
    method: 'GET',
    path: '/products',
    title: 'Products, page by page',
    query: {
      'fields?': 'string',
      limit: 50,
      'price[from]?': 'number',
      'price[to]?': 'number',
      'tags?': { type: 'string[]', style: 'comma' },
    },
    response: { fields: { data: 'Product[]', 'next_cursor?': 'string | null' } },
  });
  // The pagination sends the cursor.
  expect(Object.keys(endpoints?.['listProducts']?.query ?? {})).not.toContain('cursor?');
  // What is read only is no part of a request where it would have to be there.
  expect(endpoints?.['createProduct']?.request).toEqual({
    fields: {
      name: { type: 'string', maxLength: 80 },
      'note?': 'string | null',
      'category?': 'Category',
      'weight?': 'LineWeight',
      'madeAt?': 'datetime',
    },
  });
});

test('models are those that the endpoints need, named as in the document', async () => {
  const models = (await shop())?.models;
  expect(Object.keys(models ?? {})).toEqual([
    'Card',
    'Category',
    'Invoice',
    'LineWeight',
    'Order',
    'Payment',
    'Product',
    'Status',
  ]);
  expect(models).toMatchObject({
    Category: { fields: { id: 'integer', 'parent?': 'Category' } },
    Order: { fields: { id: 'string', status: 'Status', 'lines?': [{ fields: { 'sku?': 'string' } }] } },
    Payment: { anyOf: [{ $ref: '#/models/Card' }, { $ref: '#/models/Invoice' }] },
    Status: { enum: ['open', 'paid', 'closed'] },
  });
});
