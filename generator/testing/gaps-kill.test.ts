import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ASKS, GRADE, GRADE_WRONG, shopFolder, SHORTEN } from '../cli/gaps/testing/gap-specs.ts';
import { runInProcess } from '../cli/testing/run-in-process.ts';
import { startMessagesApi, type MessagesApi } from './messages-api/messages-api.ts';
import type { Params } from './messages-api/script.ts';

const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');
const SLOW = { timeout: 120_000 };

interface Ended {
  readonly signal: unknown;
  readonly code: unknown;
  readonly stdout: string;
}

/** Fills in a process of its own, which `until` is given to end. */
async function fill(
  cwd: string,
  server: MessagesApi,
  options: readonly string[],
  until?: (kill: (signal: 'SIGKILL' | 'SIGINT') => void) => void,
): Promise<Ended> {
  const argv = ['--import', TSX, MAIN, 'gaps', 'fill', '--base-url', server.baseUrl, '--concurrency', '1', ...options];
  const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
  until?.((signal) => child.kill(signal));
  const [stdout, [code, signal]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { stdout, code, signal };
}

/** What a question asks, as one text. */
const bodyOf = ({ messages }: Params): string => messages.map(({ content }) => content).join('\n');

async function states(cwd: string): Promise<readonly string[]> {
  const { stdout } = await runInProcess(['gaps', '--json'], cwd);
  const data: { integrations: { gaps: { state: string }[] }[] } = JSON.parse(stdout);
  return data.integrations.flatMap(({ gaps }) => gaps.map(({ state }) => state));
}

/** A server of three questions: a body that fails for the first gap, its repair, and the second gap's. */
async function serve(
  onQuestion: (params: Params, count: number) => void,
  looks = 1,
): Promise<MessagesApi & { readonly counts: ReadonlyMap<string, number> }> {
  const counts = new Map<string, number>();
  const server = await startMessagesApi({
    looks,
    script(params, count) {
      const body = bodyOf(params);
      counts.set(body, (counts.get(body) ?? 0) + 1);
      onQuestion(params, count);
      if (!body.includes(ASKS.grade)) return { text: SHORTEN };
      return { text: params.messages.length === 1 ? GRADE_WRONG : GRADE };
    },
  });
  return { ...server, counts };
}

test('a fill that is killed is not paid for twice, but for what was in flight', SLOW, async () => {
  await using folder = await shopFolder();
  let kill: (signal: 'SIGKILL') => void = () => undefined;
  // Once the second question is there, the reply to the first is in the journal.
  const server = await serve((_, count) => count === 1 && kill('SIGKILL'));
  try {
    const killed = await fill(folder.path, server, [], (end) => (kill = end));
    expect(killed.signal).toBe('SIGKILL');
    kill = () => undefined;
    const again = await fill(folder.path, server, []);
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/2 of 2 gaps filled, .*, paid by an earlier run: .* tokens in/);
    expect([...server.counts.values()]).toEqual([1, 2, 1]);
    expect(await states(folder.path)).toEqual(['ok', 'ok']);
    const lock = await readFile(join(folder.path, 'specs/gaps/shop/grade.lock.json'), 'utf8');
    expect(JSON.parse(lock)).toMatchObject({ provenance: { tries: 2 } });
  } finally {
    await server.close();
  }
});

test('whenever it is killed, the files fit, and a run after it fills the rest', SLOW, async () => {
  for (const delay of [15, 60, 140]) {
    await using folder = await shopFolder();
    let kill: (signal: 'SIGKILL') => void = () => undefined;
    const server = await serve((_, count) => count === 1 && setTimeout(() => kill('SIGKILL'), delay));
    try {
      await fill(folder.path, server, [], (end) => (kill = end));
      kill = () => undefined;
      expect((await fill(folder.path, server, [])).code).toBe(0);
      expect(await states(folder.path)).toEqual(['ok', 'ok']);
      // The reply that was in flight may be asked for again, and nothing else.
      expect([...server.counts.values()].filter((count) => count > 1).length).toBeLessThanOrEqual(1);
      expect(Math.max(...server.counts.values())).toBeLessThanOrEqual(2);
    } finally {
      await server.close();
    }
  }
});

test('a batch that was waited for when the run was killed is gone on with', SLOW, async () => {
  await using folder = await shopFolder();
  const server = await serve(() => undefined, 3);
  try {
    const killed = await fill(folder.path, server, ['--batch'], (kill) => {
      const timer = setInterval(() => {
        // The first look at the batch: its identifier is in the journal.
        if (!server.asked.some(({ method, path }) => method === 'GET' && path.startsWith('/v1/messages/batches/')))
          return;
        clearInterval(timer);
        kill('SIGKILL');
      }, 5);
    });
    expect(killed.signal).toBe('SIGKILL');
    expect((await fill(folder.path, server, ['--batch'])).code).toBe(0);
    expect(
      server.asked.filter(({ path, params }) => path === '/v1/messages/batches' && params === undefined),
    ).toHaveLength(1);
    expect(await states(folder.path)).toEqual(['ok', 'ok']);
  } finally {
    await server.close();
  }
});

test('Ctrl-C ends it, and what was filled is kept', SLOW, async () => {
  await using folder = await shopFolder();
  let kill: (signal: 'SIGINT') => void = () => undefined;
  const server = await serve((_, count) => count === 2 && kill('SIGINT'));
  try {
    const { code, stdout } = await fill(folder.path, server, [], (end) => (kill = end));
    expect(code).toBe(130);
    expect(stdout).toMatch(/shorten {2}(?:left: interrupted|filled)/);
    expect((await states(folder.path))[0]).toBe('ok');
  } finally {
    await server.close();
  }
});
