import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { repository } from '../../testing/repository.ts';
import { runInProcess } from '../testing/run-in-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

let cwd = '';

beforeEach(async () => {
  const folder = await temporaryFolder();
  cwd = folder.path;
  await copyFile(path.join(repository, 'fixtures/openapi/shop.openapi.yaml'), path.join(cwd, 'shop.openapi.yaml'));
  return async () => await folder[Symbol.asyncDispose]();
});

test('what is imported is a spec that has nothing wrong with it', async () => {
  const out = 'shop.integration.yaml';
  expect(await runInProcess(['import', 'openapi', 'shop.openapi.yaml', '-o', out], cwd)).toMatchObject({
    code: 0,
    stdout: 'shop.integration.yaml: 5 endpoints, 8 models, 0 workflows\n',
  });
  const { code, stdout } = await runInProcess(['check', out, '--json'], cwd);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ code: 'FR3005' }] });
  expect(await readFile(path.join(cwd, out), 'utf8')).toContain(
    'pagination: { cursor: { param: cursor, from: next_cursor }, items: data }',
  );
});

test('of chosen operations come only the models that they need', async () => {
  const { stdout } = await runInProcess(['import', 'openapi', 'shop.openapi.yaml', '--tag', 'orders', '--json'], cwd);
  const { spec } = JSON.parse(stdout);
  expect(Object.keys(spec.endpoints)).toEqual(['ordersList', 'ordersCreate']);
  expect(Object.keys(spec.models)).toEqual(['Status', 'Order', 'Payment', 'Card', 'Invoice']);
  expect(spec.endpoints.ordersCreate).toMatchObject({
    body: 'form',
    request: { fields: { product: 'string', 'quantity?': { type: 'integer', exclusiveMinimum: 0 } } },
  });
});

test('an operation may be named by method and path', async () => {
  const argv = [
    'import',
    'openapi',
    'shop.openapi.yaml',
    '--operation',
    'GET /products',
    '--system',
    'store',
    '--json',
  ];
  const { spec } = JSON.parse((await runInProcess(argv, cwd)).stdout);
  expect(Object.keys(spec.endpoints)).toEqual(['listProducts']);
  expect(spec.systems.store.auth).toEqual({ bearer: { secret: 'STORE_TOKEN' } });
});

test.each([
  [['--operation', 'listProdcts'], /FR2001 no operation 'listProdcts'\n {2}did you mean 'listProducts'/],
  [['--tag', 'odrers'], /FR2001 no tag 'odrers'\n {2}did you mean 'orders'/],
  [['-o', 'shop.openapi.yaml'], /FR6005 'shop.openapi.yaml' exists already/],
  [['--system', 'the shop'], /FR6001 'the shop' is no name for a system/],
])('%s is told', async (options, expected) => {
  const { code, stderr } = await runInProcess(['import', 'openapi', 'shop.openapi.yaml', ...options], cwd);
  expect(code).toBe(2);
  expect(stderr).toMatch(expected);
});

test('nothing is fetched', async () => {
  const { code, stderr } = await runInProcess(['import', 'openapi', 'https://example.com/openapi.json'], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain('FR1009');
});
