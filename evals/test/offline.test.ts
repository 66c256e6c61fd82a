import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const preload = join(import.meta.dirname, '..', 'offline.cjs');
const script = join(import.meta.dirname, 'testing/connect-everywhere.mjs');

test('refuses every way off the machine, of workers and children too, and keeps each attempt', async () => {
  const log = join(await mkdtemp(join(tmpdir(), 'offline-')), 'attempts.log');
  const { stdout } = await run(process.execPath, ['--require', preload, script], {
    env: { ...process.env, NODE_OPTIONS: '', FLOWRIGHT_OFFLINE_LOG: log },
  });
  const ended: Readonly<Record<string, string>> = JSON.parse(stdout);
  const { loopback, localhost, ...elsewhere } = ended;
  expect([loopback, localhost]).toEqual(['here', 'here']);
  expect(Object.keys(elsewhere)).toHaveLength(15);
  expect(new Set(Object.values(elsewhere))).toEqual(new Set(['EOFFLINE']));
  const attempts = (await readFile(log, 'utf8')).trim().split('\n');
  expect(attempts).toHaveLength(15);
  expect(attempts).toContain('{"call":"connect","target":"example.com:443"}');
});
