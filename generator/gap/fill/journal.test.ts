import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fillGap } from './fill-gap.ts';
import { openJournal } from './journal.ts';
import { fails, fakes, says, targetOf, type Fakes } from './testing/fill-fakes.ts';

const gap = targetOf('grade');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const files = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

/** A run that ends when the body is to be saved, as a kill would end it. */
async function runUntilSave(answers: Parameters<typeof fakes>[0], scope = 'server'): Promise<Fakes> {
  const save = (): Promise<void> => Promise.reject(new Error('killed'));
  const run = fakes(answers, { journal: openJournal(folder, scope), save });
  await fillGap(gap, run.parts);
  return run;
}

test('a reply that had arrived is not paid for again', async () => {
  await runUntilSave({ grade: [says('!types'), says('body')] });
  const { parts, requests, saved } = fakes({}, { journal: openJournal(folder, 'server') });
  const { paid, resumed, end } = await fillGap(gap, parts);
  expect({ end, paid, resumed }).toEqual({
    end: { kind: 'filled' },
    paid: { asks: 0, input: 0, output: 0, cost: 0 },
    resumed: { asks: 2, input: 2_000, output: 200, cost: 0.04 },
  });
  expect(requests).toEqual([]);
  expect(saved[0]?.provenance).toMatchObject({ tries: 2, usage: { input: 2_000, output: 200 }, cost: 0.04 });
});

test('the journal of a gap ends with the gap', async () => {
  const { parts } = fakes({ grade: [says('body')] }, { journal: openJournal(folder, 'server') });
  await fillGap(gap, parts);
  expect(await files()).toEqual([]);
});

test('a reply of another server, model or prompt is not used', async () => {
  await runUntilSave({ grade: [says('body')] });
  for (const change of [{ journal: openJournal(folder, 'other') }, { model: 'fixture-2' }, { maxTokens: 7 }]) {
    const { parts, requests } = fakes({ grade: [says('body')] }, { journal: openJournal(folder, 'server'), ...change });
    await fillGap(targetOf('grade'), { ...parts, save: () => Promise.reject(new Error('killed')) });
    expect(requests).toHaveLength(1);
  }
});

test('tokens of asks that failed are still known to the next run', async () => {
  const answers = { grade: [fails({ usage: { input: 700, output: 1 } })] };
  await fillGap(gap, fakes(answers, { journal: openJournal(folder, 'server') }).parts);
  const { parts, saved } = fakes({ grade: [says('body')] }, { journal: openJournal(folder, 'server') });
  expect(await fillGap(gap, parts)).toMatchObject({
    paid: { asks: 1, input: 1_000 },
    resumed: { asks: 1, input: 700, output: 1 },
  });
  expect(saved[0]?.provenance).toMatchObject({ usage: { input: 1_700, output: 101 } });
});

test('a request that was sent and never answered is told of', async () => {
  const journal = openJournal(folder, 'server');
  const never = fakes({ grade: [() => Promise.reject(new Error('killed'))] }, { journal });
  await fillGap(gap, never.parts);
  const { parts, events } = fakes({ grade: [says('body')] }, { journal });
  await fillGap(gap, parts);
  expect(events.map(({ type }) => type)).toEqual(['asking', 'lost', 'answered', 'judging', 'ended']);
});

test("half a file, or a stranger's, is as good as none", async () => {
  await runUntilSave({ grade: [says('body')] });
  const [file = ''] = await files();
  const whole = await readFile(file, 'utf8');
  const key = openJournal(folder, 'server').keyOf;
  for (const text of [
    whole.slice(0, 100),
    '',
    '[]',
    whole.replace(/"key": "\w/, '"key": "x'),
    whole.replace('"end"', '"soon"'),
  ]) {
    await writeFile(file, text);
    const { parts, requests } = fakes({ grade: [says('other')] }, { journal: openJournal(folder, 'server') });
    await fillGap(gap, { ...parts, save: () => Promise.reject(new Error('killed')) });
    expect(requests.map(key)).toHaveLength(1);
  }
});

test('names of gaps lead nowhere else', async () => {
  const target = targetOf('grade');
  const contract = { ...target.contract, integration: '../../up', gap: '..' };
  const journal = openJournal(join(folder, 'in'), 'server');
  const { parts } = fakes({ grade: [fails()] });
  await journal.begin(
    { ...target, contract },
    { integration: 'i', gap: 'g', model: 'm', maxTokens: 1, prompt: await parts.render(target), repeat: 0 },
  );
  expect((await files()).map((file) => file.slice(folder.length))).toEqual([
    expect.stringMatching(/^\/in\/replies\/______up\/__\/\w{32}\.json$/),
  ]);
});
