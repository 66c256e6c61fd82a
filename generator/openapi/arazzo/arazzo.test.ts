import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isSchemaObject, type SchemaObject } from '../../shape/json-schema.ts';
import { repository } from '../../testing/repository.ts';
import { exportArazzo } from './export-arazzo.ts';
import { importArazzo } from './import-arazzo.ts';

async function shop(): Promise<SchemaObject> {
  const data: unknown = parse(await readFile(path.join(repository, 'fixtures/openapi/shop.arazzo.yaml'), 'utf8'));
  return isSchemaObject(data) ? data : {};
}

test('what both can say comes back as it was', async () => {
  const document = await shop();
  const { spec, remarks } = importArazzo(document);
  expect(remarks).toEqual([]);
  expect(spec.workflows['copyProduct']?.steps).toEqual([
    { id: 'find', call: 'listProducts', with: { query: { tags: ['{input.tag}'], limit: 1 } } },
    {
      id: 'create',
      note: 'A copy has a name of its own.',
      call: 'postProducts',
      with: { body: { name: 'Copy of {input.name}' } },
    },
    { guard: { unless: "create.name != ''", fail: 'criterion_failed' } },
    { id: 'announce', start: 'tell', with: { id: '{create.id}' } },
    { return: { id: '{create.id}', all: '{find.data}' } },
  ]);
  const again = exportArazzo(spec);
  expect(again.remarks).toEqual([]);
  expect(again.document).toEqual(document);
});

test('what Arazzo alone can say is told', () => {
  const { spec, remarks } = importArazzo({
    arazzo: '1.0.0',
    sourceDescriptions: [
      { name: 'crm', url: 'https://crm.example.com/openapi.json', type: 'openapi' },
      { name: 'more', url: './more.arazzo.yaml', type: 'arazzo' },
    ],
    workflows: [
      {
        workflowId: 'find-deal',
        dependsOn: ['other'],
        steps: [
          {
            stepId: 'get-deal',
            operationId: '$sourceDescriptions.crm.getDeal',
            parameters: [{ name: 'id', in: 'path', value: '$url' }, { reference: '$components.parameters.page' }],
            successCriteria: [
              { condition: '$statusCode == 200' },
              { context: '$response.body', condition: '$[0]', type: 'jsonpath' },
            ],
            onFailure: [{ name: 'again', type: 'retry' }],
            outputs: { etag: '$response.header.ETag' },
          },
          { stepId: 'lost', operationId: '$sourceDescriptions.none.get' },
        ],
        outputs: { etag: '$steps.get-deal.outputs.etag' },
      },
    ],
  });
  expect(spec.systems).toEqual({ crm: { openapi: './crm.openapi.json' } });
  expect(spec.workflows['findDeal']?.steps).toEqual([
    { id: 'getDeal', call: 'getDeal', with: { path: { id: '$url' } } },
  ]);
  expect(remarks.map(({ what }) => what)).toEqual([
    "'crm' is on the network: save https://crm.example.com/openapi.json as crm.openapi.json",
    "'more' is left out: it is an Arazzo document itself",
    "'dependsOn' is left out",
    "step 'get-deal': 'onFailure' is left out",
    "step 'get-deal': the output 'etag' is left out",
    "step 'get-deal': '$url' has no place in the spec language; it stands as text",
    "step 'get-deal': the parameter '$components.parameters.page' is left out",
    "step 'get-deal': the criterion '$[0]' is left out",
    "step 'lost': it calls no operation that is known, and is left out",
    "the output 'etag' is left out",
  ]);
});

test('what the spec language alone can say is told', () => {
  const { remarks } = exportArazzo({
    flowright: 1,
    name: 'orders',
    systems: { crm: { baseUrl: 'https://crm.example.com' } },
    endpoints: { list: { system: 'crm', method: 'GET', path: '/deals' } },
    workflows: {
      sync: {
        trigger: { schedule: { cron: '0 * * * *' } },
        steps: [
          { id: 'all', call: 'list', onError: 'continue' },
          { forEach: 'deal', in: 'all', do: [{ call: 'list' }] },
          { return: { count: '{count(all)}' } },
        ],
      },
    },
  });
  expect(remarks.map(({ what }) => what)).toEqual([
    'it has no OpenAPI document; ./crm.openapi.json stands for one',
    "its trigger 'schedule' is left out: an Arazzo workflow is started by hand",
    "step 'all': 'onError' is left out",
    'step 2 (forEach) is left out',
    "the output 'count' is left out",
  ]);
});
