import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { GAPPED, specFolder } from '../cli/testing/small-specs.ts';
import { checkBody } from '../gap/check/check-body.ts';
import type { GapEntry } from '../gap/lock/gap-entry.ts';
import { writeFill } from '../gap/lock/write-fill.ts';
import type { BuildReport } from './build-report.ts';
import { buildSpecs } from './build-specs.ts';
import { compareSpecs } from './compare-specs.ts';
import { findGaps } from './find-gaps.ts';

/** Reads a key that is not known, so that what is emitted differs from what was written. */
const BODY = `export function grade(input: GradeInput): GradeOutput {
  // A table, by domain.
  const grades: Readonly<Record<string, string>> = { 'a.example': 'a' };
  const [, domain = ''] = input.email.split('@');
  return grades[domain] ?? 'b';
}
`;

async function theGap(cwd: string): Promise<GapEntry> {
  const gap = (await findGaps(['.'], { cwd })).integrations[0]?.gaps[0];
  if (gap === undefined) throw new Error('The spec has no gap');
  return gap;
}

/** Accepts a body; gives the file that was tested. */
async function accept(cwd: string, code = BODY): Promise<string> {
  const { contract, files } = await theGap(cwd);
  const verdict = await checkBody(code, contract);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.problems));
  await writeFill(files, contract, { ...verdict, provenance: { by: 'hand' }, attachments: [] });
  return verdict.file;
}

async function build(cwd: string): Promise<BuildReport> {
  return await buildSpecs(['.'], { cwd, outDir: 'out' });
}

function states(report: Pick<BuildReport, 'integrations'>): readonly string[] {
  return report.integrations.flatMap(({ gaps }) => gaps.map(({ gap, state }) => `${gap} ${state}`));
}

const LOGIC = 'out/small/src/logic/grade.ts';

test('an accepted body is emitted as it was tested, byte for byte; each change of its files or its contract is seen', async () => {
  await using folder = await specFolder({ small: GAPPED });
  const cwd = folder.path;
  const emitted = async (): Promise<string> => await readFile(path.join(cwd, LOGIC), 'utf8');

  expect(states(await build(cwd))).toEqual(['grade missing']);
  expect(await emitted()).toContain("throw new GapUnfilledError('grade')");

  const tested = await accept(cwd);
  const filled = await build(cwd);
  expect([states(filled), filled.diagnostics]).toEqual([[], []]);
  expect(await emitted()).toBe(tested);
  expect(tested).toContain('own(');
  expect(await readFile(path.join(cwd, 'out/small/README.md'), 'utf8')).toMatch(/\| `grade` +\| ok /);
  const again = await build(cwd);
  expect(again.timings).not.toHaveProperty('emit');
  expect((await compareSpecs(['.'], { cwd, outDir: 'out' })).integrations[0]?.changes).toEqual([]);

  const { files } = await theGap(cwd);
  const kept = await readFile(files.body, 'utf8');
  await writeFile(files.body, kept.replace('// A table', '// The table'));
  expect(states(await build(cwd))).toEqual(['grade edited']);
  expect(await emitted()).toContain('GapUnfilledError');
  await writeFile(files.body, kept.replaceAll('\n', '\r\n'));
  expect(states(await build(cwd))).toEqual([]);

  const spec = path.join(cwd, 'small.integration.yaml');
  await writeFile(spec, GAPPED.replace('How good is it?', 'How bad is it?'));
  const stale = await build(cwd);
  expect(stale.integrations[0]?.gaps).toEqual([
    { gap: 'grade', state: 'stale', why: 'the contract has changed since the body was accepted' },
  ]);
  await writeFile(spec, `# A comment.\n${GAPPED}`);
  expect(states(await build(cwd))).toEqual([]);

  await rm(files.lock);
  expect(states(await build(cwd))).toEqual(['grade edited']);
  await rm(files.body);
  expect(states(await build(cwd))).toEqual(['grade missing']);
}, 120_000);

test('a lock that is not what the body was tested as is stale, one that cannot be read is told of', async () => {
  await using folder = await specFolder({ small: GAPPED });
  const cwd = folder.path;
  await accept(cwd);
  const { files } = await theGap(cwd);
  const lock = await readFile(files.lock, 'utf8');
  await writeFile(files.lock, lock.replace(/"tested": "\w+"/, `"tested": "${'0'.repeat(64)}"`));
  expect(states(await build(cwd))).toEqual(['grade stale']);

  await writeFile(files.lock, lock.replace('  "version"', '<<<<<<< main\n  "version"'));
  const broken = await build(cwd);
  expect(states(broken)).toEqual(['grade broken']);
  expect(broken.diagnostics).toEqual([
    expect.objectContaining({ code: 'FR7003', place: expect.objectContaining({ line: 2 }) }),
  ]);
  expect(broken.integrations).toHaveLength(1);

  await rm(files.lock);
  await mkdir(files.lock);
  expect((await build(cwd)).diagnostics[0]?.message).toMatch(/it is not a regular file/);
}, 120_000);
