import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fromRecordings } from '../../generator/testing/messages-api/from-recordings.ts';
import { startMessagesApi, type MessagesApi } from '../../generator/testing/messages-api/messages-api.ts';
import type { Script } from '../../generator/testing/messages-api/script.ts';
import { said, workspace } from './testing/workspace.ts';

// What the server says are fixtures, the same as are recorded for replays.
const RECORDINGS = join(import.meta.dirname, 'fixtures/recordings');
const KEY = { ANTHROPIC_API_KEY: 'fixture-key' };

async function stub(change: (script: Script) => Script = (script) => script): Promise<MessagesApi> {
  const { script } = await fromRecordings(RECORDINGS);
  const api = await startMessagesApi({ key: KEY.ANTHROPIC_API_KEY, script: change(script) });
  onTestFinished(api.close);
  return api;
}

const GATE = ['--prompt', 'fill@v1', '--gate'];

test('what is recorded from a server replays with the same verdict, and without asking again', async () => {
  const api = await stub();
  const { run, folder } = await workspace(KEY);
  await rm(join(folder, 'recordings'), { recursive: true });
  const recorded = await run(...GATE, '--mode', 'record', '--base-url', api.baseUrl);
  expect(recorded.code, said(recorded)).toBe(0);
  // Two gaps, twice each, and their workflow's criterion for the grader.
  expect((await readdir(join(folder, 'recordings/notes/priority'))).length).toBe(2);
  const asked = api.asked.length;
  expect(asked).toBeGreaterThanOrEqual(5);
  const replayed = await run(...GATE, '--compare', 'baseline');
  expect(replayed, said(replayed)).toMatchObject({ code: 0, attempts: '' });
  expect(api.asked.length).toBe(asked);
});

test('models are asked live, and nothing of it is recorded', async () => {
  const api = await stub();
  const { run, folder } = await workspace(KEY);
  await rm(join(folder, 'recordings'), { recursive: true });
  const ran = await run(...GATE, '--mode', 'live', '--base-url', api.baseUrl, '--compare', 'baseline');
  expect(ran.code, said(ran)).toBe(0);
  expect(api.asked.length).toBeGreaterThanOrEqual(5);
  expect(await readdir(folder)).not.toContain('recordings');
});

test('nobody is asked where there is nothing to compare with', async () => {
  const api = await stub();
  const { run } = await workspace(KEY);
  const ran = await run(
    '--prompt',
    'fill@v2',
    '--gate',
    '--mode',
    'live',
    '--base-url',
    api.baseUrl,
    '--compare',
    'baseline',
  );
  expect(ran.code).toBe(2);
  expect(said(ran)).toContain('there is no baseline of fill@v2 with fixture to compare with, so nothing was asked');
  expect(api.asked).toHaveLength(0);
});

test('a server that fails, and a key that is wrong, are 3 with the gap', async () => {
  const api = await stub((script) => (params, at) => {
    const isPriority = JSON.stringify(params.messages).includes('function priority');
    return isPriority ? { fault: 'bad-request' } : script(params, at);
  });
  const { run } = await workspace(KEY);
  const failed = await run(...GATE, '--mode', 'live', '--base-url', api.baseUrl);
  expect(failed.code).toBe(3);
  expect(said(failed)).toContain('provider-error notes/priority');
  expect(said(failed)).not.toContain('provider-error notes/greeting');

  const wrong = await workspace({ ANTHROPIC_API_KEY: 'another-key' });
  const refused = await wrong.run(...GATE, '--mode', 'live', '--base-url', api.baseUrl);
  expect(refused.code).toBe(3);
  expect(said(refused)).toMatch(
    /provider-error notes\/greeting .*the key was refused .*the same of 1 other case: notes\/priority/,
  );
  expect(said(refused)).not.toContain('another-key');
});

test('a run that is killed leaves recordings that are whole, and the next goes on from them', async () => {
  let answered = 0;
  const reached = Promise.withResolvers<void>();
  const api = await stub((script) => (params, at) => {
    answered += 1;
    if (answered === 3) reached.resolve();
    return answered === 3 ? { fault: 'stalled' } : script(params, at);
  });
  const { run, start, folder } = await workspace(KEY);
  await rm(join(folder, 'recordings'), { recursive: true });
  const record = [...GATE, '--mode', 'record', '--base-url', api.baseUrl, '--concurrency', '1'];
  const kill = start(...record);
  await reached.promise;
  kill();
  const cut = await run(...GATE);
  expect(cut.code).toBe(3);
  expect(said(cut)).toContain('missing-recording');
  const again = await run(...record);
  expect(again.code, said(again)).toBe(0);
  expect((await run(...GATE, '--compare', 'baseline')).code).toBe(0);
});
