import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { readSummary } from '../../generator/eval/promptfoo/read-summary.ts';

const run = promisify(execFile);
const here = join(import.meta.dirname, '..');

test("promptfoo's own command runs the same cases", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'flowright-evals-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  const fixtures = 'evals/test/fixtures';
  const promptfoo = join(here, 'node_modules/promptfoo/dist/src/entrypoint.js');
  const out = join(folder, 'results.json');
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  await run(process.execPath, [promptfoo, 'eval', '-c', 'promptfooconfig.ts', '-o', out, '--no-cache'], {
    cwd: here,
    env: {
      ...env,
      NODE_OPTIONS: `--require ${join(here, 'offline.cjs')}`,
      PROMPTFOO_CONFIG_DIR: folder,
      PROMPTFOO_DISABLE_TELEMETRY: '1',
      PROMPTFOO_DISABLE_UPDATE: '1',
      FLOWRIGHT_EVAL: `${fixtures}/notes --models fixture --recordings ${fixtures}/recordings --prompts ${fixtures}/prompts --prompt fill@v1`,
    },
  });
  const written: unknown = JSON.parse(await readFile(out, 'utf8'));
  const { results, errors } = readSummary(Object(written).results);
  expect(errors).toEqual([]);
  expect(results.map(({ id }) => id).toSorted()).toEqual([
    'notes/greeting',
    'notes/orderPaid#AC1',
    'notes/orderPaid#AC2',
    'notes/orderPaid#AC3',
    'notes/priority',
  ]);
  expect(results.every(({ assertions }) => assertions.length > 0 && assertions.every(({ passed }) => passed))).toBe(
    true,
  );
});
