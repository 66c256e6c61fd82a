import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spawnCli } from '../cli/testing/spawn-cli.ts';
import { buildSpecs } from '../pipeline/build-specs.ts';
import { repository } from './repository.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pages-'));
  await symlink(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
  const report = await buildSpecs([path.join(repository, 'fixtures/pages')], { cwd: folder, outDir: 'out' });
  expect(report.diagnostics).toEqual([]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('every way to page does what its criteria say', { timeout: 60_000 }, async () => {
  const { code, stdout } = await spawnCli(['test', 'out'], folder);
  expect(code, stdout).toBe(0);
});
