import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { acceptRun, concludeRun, writeReports } from './conclude.ts';
import { cases, makeRun } from './testing/make-run.ts';

const good = makeRun(cases([5, 5, 5, 5, 5, 4]));
const bad = makeRun(cases([4, 4, 4, 4, 4, 3]), { prompt: 'fill@v2' });

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'evals-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

test('a run is accepted, and a later prompt is held against it', async () => {
  const baselines = await folder();
  expect(await concludeRun(good, { baselines, compare: good })).toMatchObject({
    verdict: { exitCode: 2, problems: [{ rule: 'missing-baseline' }] },
  });
  expect(await acceptRun(good, baselines, { reason: 'the first' })).toMatchObject({ accepted: true });
  expect(await concludeRun(good, { baselines, compare: good })).toMatchObject({ verdict: { exitCode: 0 } });
  expect(await concludeRun(bad, { baselines, compare: good })).toMatchObject({
    verdict: { exitCode: 1, problems: [{ rule: 'worse' }], notes: ['compared with fill@v1 and unspecified'] },
  });
  expect(await acceptRun(good, baselines, { reason: 'again' })).toMatchObject({
    baseline: { history: [{ reason: 'the first' }, { reason: 'again' }] },
  });
});

test('what was not measured is not accepted, and a broken baseline is neither compared with nor written over', async () => {
  const baselines = await folder();
  expect(await acceptRun({ ...good, cases: [] }, baselines, { reason: 'x' })).toMatchObject({
    accepted: false,
    verdict: { exitCode: 3 },
  });
  const made = await acceptRun(good, baselines, { reason: 'the first' });
  const file = made.accepted ? made.file : '';
  await writeFile(file, '{');
  expect(await concludeRun(good, { baselines, compare: good })).toMatchObject({
    verdict: { exitCode: 2, problems: [{ rule: 'configuration-error' }] },
  });
  expect(await acceptRun(good, baselines, { reason: 'again' })).toMatchObject({
    accepted: false,
    verdict: { exitCode: 2 },
  });
  expect(await readFile(file, 'utf8')).toBe('{');
});

test('the reports are written into a folder that need not be there', async () => {
  const at = path.join(await folder(), 'a', 'b');
  const files = await writeReports(await concludeRun(good, { baselines: at }), at);
  expect(files.map((file) => path.basename(file))).toEqual([
    'report.html',
    'junit.xml',
    'summary.md',
    'flowright.sarif',
    'verdict.json',
  ]);
  expect(JSON.parse(await readFile(path.join(at, 'verdict.json'), 'utf8'))).toMatchObject({ exitCode: 0 });
});
