import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cases, makeRun } from '../testing/make-run.ts';
import { accept } from './accept.ts';
import { baselineText } from './baseline-file.ts';
import { loadBaseline, saveBaseline } from './baseline-store.ts';

const baseline = accept(makeRun(cases([5, 3]), { model: 'claude/x' }), { reason: 'the first' });

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'baselines-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

test('what is saved is loaded by its prompt and model, and nothing else is left', async () => {
  const at = await folder();
  const file = await saveBaseline(at, baseline);
  expect(path.relative(at, file)).toBe(path.join('fill@v1', 'claude%2Fx.json'));
  expect(await loadBaseline(at, baseline)).toEqual(baseline);
  expect(await readdir(path.dirname(file))).toEqual(['claude%2Fx.json']);
});

test('there is none, or its file is broken or of something else', async () => {
  const at = await folder();
  expect(await loadBaseline(at, baseline)).toBeUndefined();
  const file = await saveBaseline(at, baseline);
  await writeFile(file, '{');
  expect(await loadBaseline(at, baseline)).toEqual({ reason: `${file}: it is not JSON` });
  await writeFile(file, baselineText({ ...baseline, model: 'other' }));
  expect(await loadBaseline(at, baseline)).toEqual({ reason: `${file} is of fill@v1 and other` });
});
