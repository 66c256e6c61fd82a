import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answered, Provider } from '../provider.ts';
import { modelRequest } from '../testing/model-request.ts';
import { recordProvider } from './record-provider.ts';
import { replayProvider } from './replay-provider.ts';
import { recordReply } from './write-recording.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recordings-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

const gap = (): string => path.join(folder, 'shopify-hubspot/dealPriority');
const today = (): string => '2026-01-31';

/** A live provider of the tests, that counts. */
function live(changes: Partial<Answered> = {}): Provider & { readonly count: () => number } {
  let count = 0;
  const answer: Answered = {
    kind: 'answered',
    text: 'a fixture',
    stop: 'end',
    model: 'claude-test',
    via: 'anthropic',
    usage: { input: 10, output: 2 },
    latency: 3,
  };
  return {
    name: 'anthropic',
    count: () => count,
    ask: () => {
      count += 1;
      return Promise.resolve({ ...answer, ...changes });
    },
  };
}

async function onlyFile(): Promise<string> {
  const [name = ''] = await readdir(gap());
  return path.join(gap(), name);
}

describe('record', () => {
  it('asks once, keeps the reply, and replays it from then on', async () => {
    const model = live();
    const provider = recordProvider({ folder, live: model, today });
    expect(await provider.ask(modelRequest())).toMatchObject({ text: 'a fixture', via: 'anthropic', latency: 3 });
    const again = {
      kind: 'answered',
      text: 'a fixture',
      stop: 'end',
      model: 'claude-test',
      via: 'replay',
      usage: { input: 10, output: 2 },
    };
    expect(await provider.ask(modelRequest())).toEqual(again);
    expect(await replayProvider({ folder }).ask(modelRequest())).toEqual(again);
    expect(model.count()).toBe(1);
    expect(await readdir(gap())).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.0\.json$/)]);
  });

  it('writes what was asked, what was answered, and where it comes from', async () => {
    await recordProvider({ folder, live: live(), today }).ask(modelRequest());
    expect(JSON.parse(await readFile(await onlyFile(), 'utf8'))).toEqual({
      version: 1,
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      request: {
        model: 'claude-test',
        max_tokens: 1000,
        system: 'You write functions.',
        messages: [{ role: 'user', content: 'Write the function.' }],
      },
      response: {
        type: 'message',
        role: 'assistant',
        model: 'claude-test',
        content: [{ type: 'text', text: 'a fixture' }],
        stop_reason: 'end_turn',
        usage: { input_tokens: 10, output_tokens: 2 },
      },
      provenance: { model: 'claude-test', via: 'anthropic', recorded: '2026-01-31' },
    });
  });

  it.each(['truncated', 'refused'] as const)('keeps that an answer was %s', async (stop) => {
    await recordProvider({ folder, live: live({ text: '', stop }), today }).ask(modelRequest());
    expect(await replayProvider({ folder }).ask(modelRequest())).toMatchObject({ kind: 'answered', text: '', stop });
  });

  it('keeps no failure', async () => {
    const failing: Provider = {
      name: 'anthropic',
      ask: () => Promise.resolve({ kind: 'failed', code: 'FR7304', message: 'busy', usage: {}, fatal: false }),
    };
    expect(await recordProvider({ folder, live: failing, today }).ask(modelRequest())).toMatchObject({
      code: 'FR7304',
    });
    expect(await readdir(gap())).toEqual([]);
  });

  it('asks nothing where the reply could not be kept', async () => {
    await writeFile(path.join(folder, 'shopify-hubspot'), 'a file in the way');
    const model = live();
    const answer = await recordProvider({ folder, live: model, today }).ask(modelRequest());
    expect(answer).toMatchObject({ kind: 'failed', code: 'FR7312', fatal: true });
    expect(model.count()).toBe(0);
  });
});

describe('a reply that was carried over by hand', () => {
  it('is replayed as what it is', async () => {
    const request = modelRequest({ model: 'unspecified' });
    const written = await recordReply(folder, request, 'a fixture', today());
    expect(written).toEqual({ ok: true, file: await onlyFile() });
    expect(await replayProvider({ folder }).ask(request)).toEqual({
      kind: 'answered',
      text: 'a fixture',
      stop: 'end',
      model: 'unspecified',
      via: 'manual',
      usage: {},
    });
  });

  it('goes nowhere but below the folder, whatever its gap is called', async () => {
    const written = await recordReply(
      folder,
      modelRequest({ integration: '..', gap: '../../etc/passwd' }),
      'x',
      today(),
    );
    expect(written.ok && path.relative(folder, written.file)).toMatch(
      /^%2E%2E[\\/]%2E%2E%2F%2E%2E%2Fetc%2Fpasswd[\\/]/,
    );
  });
});

describe('a miss', () => {
  async function missed(changes: Parameters<typeof modelRequest>[0]): Promise<string> {
    const answer = await replayProvider({ folder }).ask(modelRequest(changes));
    expect(answer).toMatchObject({
      kind: 'failed',
      code: 'FR7310',
      fix: 'record it: flowright gaps record shopify-hubspot dealPriority --reply FILE',
    });
    return answer.kind === 'failed' ? answer.message.replace(/nearest, \S+\.json,/, 'nearest') : '';
  }
  const what = 'no reply is recorded for shopify-hubspot dealPriority';

  it('says that the gap has none at all', async () => {
    expect(await missed({})).toBe(`${what}: there is none of this gap in '${folder}'`);
  });

  it('names the first line that differs from the nearest recording', async () => {
    await recordReply(folder, modelRequest({ user: 'a\nb\nc\nd' }), 'x', today());
    await recordReply(folder, modelRequest({ user: 'z\ny', model: 'another' }), 'x', today());
    expect(await missed({ user: 'a\nB\nc\nd' })).toBe(
      `${what}: the nearest differs in turn 1 (user), line 2: 'b' is now 'B'`,
    );
    expect(await missed({ user: 'a\nb\nc\nd\ne' })).toBe(
      `${what}: the nearest differs in turn 1 (user), line 5: nothing is now 'e'`,
    );
    expect(await missed({ user: 'a\nb\nc\nd', system: 'New.' })).toBe(
      `${what}: the nearest differs in the system prompt, line 1: 'You write functions.' is now 'New.'`,
    );
    expect(await missed({ user: 'a\nb\nc\nd', model: 'claude-2' })).toBe(
      `${what}: the nearest differs in the model: 'claude-test' is now 'claude-2'`,
    );
    expect(await missed({ user: 'a\nb\nc\nd', maxTokens: 2000 })).toBe(
      `${what}: the nearest differs in the most tokens: '1000' is now '2000'`,
    );
  });

  it('says that only the repeat is not there', async () => {
    await recordReply(folder, modelRequest(), 'x', today());
    expect(await missed({ repeat: 1 })).toBe(`${what} for repeat 2: the request is recorded once`);
  });

  it('passes over recordings that are none', async () => {
    await mkdir(gap(), { recursive: true });
    await writeFile(path.join(gap(), 'a.json'), '{');
    expect(await missed({})).toBe(`${what}: none of its recordings can be read`);
  });
});

describe('a file that is no recording of the request', () => {
  async function reason(change: (text: string) => string): Promise<string> {
    await recordReply(folder, modelRequest(), 'a fixture', today());
    const file = await onlyFile();
    await writeFile(file, change(await readFile(file, 'utf8')));
    const answer = await replayProvider({ folder }).ask(modelRequest());
    expect(answer).toMatchObject({ kind: 'failed', code: 'FR7311' });
    return answer.kind === 'failed' ? (answer.message.split('cannot be used: ')[1] ?? '') : '';
  }
  const edited = (change: (data: Record<string, unknown>) => unknown) => (text: string) =>
    JSON.stringify(change(JSON.parse(text)));

  it.each<readonly [string, (text: string) => string, string]>([
    ['cut off', (text) => text.slice(0, 50), 'it is no JSON'],
    ['empty', () => '', 'it is no JSON'],
    ['of another kind', () => '[1]', 'it is no recording of version 1'],
    ['huge', () => 'x'.repeat(2_000_001), 'it has more than 2 MB'],
    ['deep', () => '['.repeat(200_000), 'it is no JSON'],
    ['of another question', (text) => text.replace('Write the', 'Break the'), 'its key is not that of its request'],
    ['without a request', edited((data) => ({ ...data, request: null })), 'its request is none'],
    ['with another key', edited((data) => ({ ...data, key: 'a'.repeat(64) })), 'its key is not that of its request'],
    ['without a message', edited((data) => ({ ...data, response: { content: 'x' } })), 'its response is no message'],
    ['of nowhere', edited((data) => ({ ...data, provenance: {} })), 'it does not say where it comes from'],
  ])('is refused: %s', async (_, change, words) => {
    expect(await reason(change)).toBe(words);
  });

  it('is refused also where the whole recording is of another request', async () => {
    await recordReply(folder, modelRequest(), 'a fixture', today());
    const [own] = [await onlyFile()];
    await recordReply(folder, modelRequest({ user: 'other' }), 'b', today());
    const other = (await readdir(gap())).map((name) => path.join(gap(), name)).find((file) => file !== own) ?? '';
    await rm(own);
    await symlink(other, own);
    expect(await replayProvider({ folder }).ask(modelRequest())).toMatchObject({
      code: 'FR7311',
      message: expect.stringContaining('it is of another request'),
    });
  });
});
