import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { said, workspace } from './testing/workspace.ts';

const GATE = ['--prompt', 'fill@v1', '--compare', 'baseline', '--gate'];
const SPEC = 'notes/notes.integration.yaml';

test('a replay passes, connects to nothing, and writes the same bytes twice', async () => {
  const { run, folder } = await workspace();
  const reports = async (out: string): Promise<readonly string[]> => {
    const ran = await run(...GATE, '--report', 'html,junit,md,sarif,json', '--out', out);
    expect(ran, said(ran)).toMatchObject({ code: 0, attempts: '' });
    const names = (await readdir(join(folder, out))).toSorted();
    expect(names).toEqual(['eval.html', 'eval.json', 'eval.md', 'eval.sarif', 'junit.xml']);
    return await Promise.all(names.map((name) => readFile(join(folder, out, name), 'utf8')));
  };
  const first = await reports('one');
  expect(await reports('two')).toEqual(first);
  expect(first.join('\n')).not.toContain(folder);
});

describe('turns red for', () => {
  test('a worse prompt, compared with the baseline of the one before', async () => {
    const { run } = await workspace();
    const ran = await run('--prompt', 'fill@v2', '--compare', 'fill@v1', '--gate');
    expect(ran.code).toBe(1);
    expect(said(ran)).toContain('must-lost notes/priority#visible');
    expect(said(ran)).toContain('failed for want of a body of it: notes/orderPaid #AC1, #AC2');
    const without = await run('--prompt', 'fill@v2', '--compare', 'fill@v1');
    expect(without.code).toBe(0);
  });

  test('a criterion that no longer holds', async () => {
    const { run, edit } = await workspace();
    await edit(SPEC, "priority: normal, text: 'Dear customer,'", "priority: normal, text: 'Dear Sir,'");
    const ran = await run(...GATE);
    expect(ran.code).toBe(1);
    expect(said(ran)).toMatch(
      /must-lost notes\/orderPaid#AC2 A small order is of normal priority\. passed 2 of 2 times in the baseline, and 0 of 2 now/,
    );
    expect(said(ran)).not.toContain('must-lost notes/orderPaid#AC1');
  });

  test('a recording that is missing: 3, and how to record it', async () => {
    const { run, folder } = await workspace();
    await rm(join(folder, 'recordings/notes/greeting'), { recursive: true });
    const ran = await run(...GATE);
    expect(ran.code).toBe(3);
    expect(said(ran)).toContain('missing-recording notes/greeting');
    expect(said(ran)).toContain('record it:');
  });

  test("a missing recording of the grader's", async () => {
    const { run, folder } = await workspace();
    await rm(join(folder, 'recordings/notes/orderPaid-AC3'), { recursive: true });
    const ran = await run(...GATE);
    expect(ran.code).toBe(3);
    expect(said(ran)).toContain('missing-recording notes/orderPaid#AC3');
  });

  test('a recording that was edited', async () => {
    const { run, edit, folder } = await workspace();
    const [name = ''] = await readdir(join(folder, 'recordings/notes/priority'));
    await edit(`recordings/notes/priority/${name}`, 'Be brief', 'Be long').catch(
      async () => await edit(`recordings/notes/priority/${name}`, 'You write one', 'You wrote one'),
    );
    const both = [await run(...GATE), await run('--prompt', 'fill@v2', '--gate')];
    expect(both.map(({ code }) => code)).toContain(3);
    expect(both.map(said).join(' ')).toContain('its key is not that of its request');
  });

  test('a prompt that was changed without recording its replies again', async () => {
    const { run, edit } = await workspace();
    await edit('prompts/fill/v1/system.hbs', 'You write', 'You now write');
    const ran = await run(...GATE);
    expect(ran.code).toBe(3);
    expect(said(ran)).toContain('prompt-changed notes/priority');
  });

  test('a rule that was changed, and a fill that was not', async () => {
    const { run, edit } = await workspace();
    await edit(
      SPEC,
      'rule: High from 1,000 on, else normal.',
      'rule: High from 1,000 on, or of customers, else normal.',
    );
    const ran = await run(...GATE);
    // What cannot be measured comes first; the fill is told of as well.
    expect(ran.code).toBe(3);
    expect(said(ran)).toContain('missing-recording notes/priority');
    expect(said(ran)).toContain('so that its prompt is another: the committed fill is stale, too');
    expect(said(ran)).toContain(
      'fill-state notes/priority the committed fill is stale: its rule, types or examples were changed after it was filled (notes/notes.integration.yaml:',
    );
  });

  test('a fill that was edited by hand', async () => {
    const { run, edit } = await workspace();
    await edit('notes/gaps/notes/priority.ts', '>= 1000', '>= 999');
    const ran = await run(...GATE);
    expect(ran.code).toBe(1);
    expect(said(ran)).toMatch(/fill-state notes\/priority the committed fill is edited/);
  });

  test('a criterion that was deleted: 2', async () => {
    const { run, edit } = await workspace();
    await edit(SPEC, / {6}- id: AC2[\s\S]*?(?= {6}- id: AC3)/, '');
    const ran = await run(...GATE);
    expect(ran.code).toBe(2);
    expect(said(ran)).toContain('deleted-case notes/orderPaid#AC2');
  });

  test('an expectation that was deleted: the criterion is no case any more', async () => {
    const { run, edit } = await workspace();
    await edit(SPEC, / {8}expect:\n {10}calls:\n {12}- \{ call: createNote, body: \{ order: o-1.*\n/, '');
    const ran = await run(...GATE);
    expect(ran.code).toBe(2);
    expect(said(ran)).toContain('deleted-case notes/orderPaid#AC1');
  });

  test('a filter that matches nothing: 2', async () => {
    const { run } = await workspace();
    const ran = await run('--filter', 'priorty');
    expect(ran.code).toBe(2);
    expect(said(ran)).toContain("no case matches 'priorty'");
  });

  test('a spec with an error: 2, at its place, in the reports, too', async () => {
    const { run, edit, folder } = await workspace();
    await edit(SPEC, 'call: createNote\n', 'call: createNoet\n');
    const ran = await run(...GATE, '--report', 'junit,sarif', '--out', 'reports');
    expect(ran.code).toBe(2);
    expect(said(ran)).toContain("did you mean 'createNote'");
    expect(await readFile(join(folder, 'reports/junit.xml'), 'utf8')).toContain('<error type="spec-error"');
    const log = await readFile(join(folder, 'reports/eval.sarif'), 'utf8');
    expect(log).toMatch(/"startLine": \d+[^}]*}[^\]]*\][^}]*"text": "no endpoint 'createNoet'/);
    expect(log).toContain('"exitCode": 2');
    expect(log).not.toContain('"empty"');
  });

  test('a baseline that was merged by hand', async () => {
    const { run, edit } = await workspace();
    await edit('baselines/fill@v1/fixture.json', '{', '<<<<<<< HEAD\n{');
    const ran = await run(...GATE);
    expect(ran.code).toBe(2);
    expect(said(ran)).toContain('FR8002');
  });
});

test('a run becomes the baseline with a reason, and the reasons before are kept', async () => {
  const { run, folder } = await workspace();
  expect((await run('--prompt', 'fill@v2', '--compare', 'baseline', '--gate')).code).toBe(2);
  const accepted = await run('accept', '--prompt', 'fill@v2', '--reason', 'known to be worse');
  expect(accepted, said(accepted)).toMatchObject({ code: 0 });
  await run('accept', '--prompt', 'fill@v2', '--reason', 'as before');
  const text = await readFile(join(folder, 'baselines/fill@v2/fixture.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ history: [{ reason: 'known to be worse' }, { reason: 'as before' }] });
  // Failing always is a failure all the same.
  expect((await run('--prompt', 'fill@v2', '--compare', 'baseline', '--gate')).code).toBe(1);
});

test('what cannot be measured becomes no baseline', async () => {
  const { run, folder } = await workspace();
  await rm(join(folder, 'recordings/notes/greeting'), { recursive: true });
  expect((await run('accept', '--prompt', 'fill@v1', '--reason', 'looks good')).code).toBe(3);
  expect((await run('accept', '--prompt', 'fill@v1', '--filter', 'priority', '--reason', 'looks good')).code).toBe(2);
});
