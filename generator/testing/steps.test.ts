import { once } from 'node:events';
import { createServer } from 'node:http';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { spawnCli } from '../cli/testing/spawn-cli.ts';
import { repository } from './repository.ts';

const SLOW = 120_000;
let cwd: string;

/** Specs of what steps can do, each with criteria of its own. */
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'steps-'));
  await cp(path.join(repository, 'fixtures/steps'), path.join(cwd, 'fixtures/steps'), { recursive: true });
  const built = await spawnCli(['build', 'fixtures/steps'], cwd);
  expect(built, built.stdout + built.stderr).toMatchObject({ code: 0 });
}, SLOW);
afterAll(() => rm(cwd, { recursive: true, force: true }));

test('every criterion of the steps passes', { timeout: SLOW }, async () => {
  const { code, stdout } = await spawnCli(['test', 'out'], cwd);
  expect(code, stdout).toBe(0);
  expect(stdout).not.toContain('todo');
});

describe('flowright run, with an input', () => {
  const folder = 'out/steps-manual';

  test('prints what the workflow returns as JSON', { timeout: SLOW }, async () => {
    await writeFile(path.join(cwd, 'input.json'), '{ "text": "" }');
    for (const input of ['{"text":""}', 'input.json']) {
      const { code, stdout, stderr } = await spawnCli(['run', folder, 'find', '--input', input], cwd);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toEqual({ query: '', products: [] });
    }
  });

  test('says what is wrong with an input, before anything is called', { timeout: SLOW }, async () => {
    const { code, stderr } = await spawnCli(['run', folder, 'find', '--input', '{"text":7}'], cwd);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^find failed: invalid_input: /);
    const told = await spawnCli(['run', folder, 'find', '--input', '{"text":7}', '--json'], cwd);
    expect(JSON.parse(told.stdout)).toMatchObject({ code: 'invalid_input', details: { issues: [{ path: 'text' }] } });
  });

  test('asks for the workflow where several can be meant', { timeout: SLOW }, async () => {
    const { code, stderr } = await spawnCli(['run', folder, '--input', '{}'], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('several workflows started by hand');
    const unknown = await spawnCli(['run', folder, 'fnid', '--input', '{}'], cwd);
    expect(unknown.stderr + unknown.stdout).toContain("did you mean 'find'?");
    const broken = await spawnCli(['run', folder, 'find', '--input', '{text'], cwd);
    expect(broken.stderr + broken.stdout).toContain('the input is no JSON');
  });
});

test('what a workflow returns has the type that its trigger names', async () => {
  const code = await readFile(path.join(cwd, 'out/steps-manual/src/workflows/find.ts'), 'utf8');
  expect(code).toContain('input: FindInput): Promise<FindOutput>');
});

test('flowright records lists what a run has saved', { timeout: SLOW }, async () => {
  const run = ['run', 'out/steps-records', 'changes', '--input', '{"gone":[{"id":5}]}'];
  const none = await spawnCli(['records', '--data', 'nowhere'], cwd);
  expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('FR1001') });
  const server = createServer((_, answer) =>
    answer.setHeader('content-type', 'application/json').end('[{ "sku": "a", "title": "Cup" }]'),
  ).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  await writeFile(path.join(cwd, 'shop.env'), `SHOP_BASE_URL=http://127.0.0.1:${port}\nFLOWRIGHT_DATA_DIR=data\n`);
  const { code, stdout, stderr } = await spawnCli([...run, '--env', 'shop.env'], cwd);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ added: 1, removed: 0 });
  const listed = await spawnCli(['records', '--data', 'data'], cwd);
  expect(listed.stdout).toMatch(/^Gone +5 +\S+Z +\{"id":5\}\nProduct +a +\S+Z +\{.*"Cup"\}\n\n2 records\n$/);
  const json = await spawnCli(['records', 'Product', '--data', 'data', '--json'], cwd);
  expect(JSON.parse(json.stdout)).toMatchObject({
    records: [{ model: 'Product', id: 'a', value: { key: { sku: 'a' }, title: 'Cup' }, workflow: 'changes' }],
  });
});
