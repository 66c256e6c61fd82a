import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hash } from '../../data/hash.ts';
import { openJournal } from '../../gap/fill/journal.ts';
import { bodyIn } from '../../gap/lock/body-text.ts';
import { findGaps } from '../../pipeline/find-gaps.ts';
import { startMessagesApi, type MessagesApi } from '../../testing/messages-api/messages-api.ts';
import { byText, type Reply } from '../../testing/messages-api/script.ts';
import { runInProcess, type Outcome } from '../testing/run-in-process.ts';
import { ASKS, GRADE, GRADE_NEARLY, GRADE_WRONG, SHOP, shopFolder, SHORTEN } from './testing/gap-specs.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: Awaited<ReturnType<typeof shopFolder>>;
let server: MessagesApi | undefined;

beforeEach(async () => {
  folder = await shopFolder();
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await folder[Symbol.asyncDispose]();
});

/** A server that answers each gap with its replies, one after the other; the last one from then on. */
async function serve(replies: Partial<Record<keyof typeof ASKS, readonly (Reply | string)[]>>): Promise<void> {
  const asked = new Map<string, number>();
  server = await startMessagesApi({
    script: (params, count) => {
      const gap = params.messages[0]?.content.includes(ASKS.grade) === true ? 'grade' : 'shorten';
      const list = replies[gap] ?? [gap === 'grade' ? GRADE : SHORTEN];
      const at = asked.get(gap) ?? 0;
      asked.set(gap, at + 1);
      return byText(['', list[Math.min(at, list.length - 1)] ?? ''])(params, count);
    },
  });
}

const run = (...argv: readonly string[]): Promise<Outcome> => runInProcess(argv, folder.path);
const fill = (...argv: readonly string[]): Promise<Outcome> =>
  run('gaps', 'fill', '--base-url', server?.baseUrl ?? '', ...argv);
const filesBelow = async (at: string): Promise<readonly string[]> =>
  (await readdir(join(folder.path, at), { recursive: true }).catch(() => [])).toSorted((one, other) =>
    one < other ? -1 : 1,
  );
const states = async (): Promise<unknown> => {
  const { stdout } = await run('gaps', '--json');
  const data: { integrations: { gaps: { gap: string; state: string }[] }[] } = JSON.parse(stdout);
  return Object.fromEntries(data.integrations[0]?.gaps.map(({ gap, state }) => [gap, state]) ?? []);
};

test('fills what has to be filled, says what it took, and leaves nothing else behind', async () => {
  await serve({ grade: [GRADE_WRONG, GRADE] });
  const { code, stdout, stderr } = await fill();
  expect(stdout.replaceAll(/\d[\d,]*/g, '#')).toBe(`shop
  grade    filled  # replies  # → #  $#.#
  shorten  filled  # reply    # → #    $#.#

# of # gaps filled, # tokens in, # out: $#.#
`);
  expect(stderr).toContain('asking claude-sonnet-5-5 to fill 2 gaps: about');
  expect(stderr).toContain('shop grade: visible failed');
  expect(code).toBe(0);
  expect(await states()).toEqual({ grade: 'ok', shorten: 'ok' });
  expect(await filesBelow('specs/gaps/shop')).toEqual([
    'grade.lock.json',
    'grade.ts',
    'shorten.lock.json',
    'shorten.ts',
  ]);
  expect(await filesBelow('.flowright/gaps/replies/shop')).toEqual([]);
  expect((await fill()).stdout).toBe('nothing to fill: 2 filled already\n');
});

test('says to other programs what was filled and paid', async () => {
  await serve({});
  const { code, stdout, stderr } = await fill('shop', 'grade', '--json');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    already: 0,
    gaps: [{ integration: 'shop', gap: 'grade', before: 'missing', end: 'filled', tries: 1, paid: { asks: 1 } }],
    paid: { asks: 1, ...server?.paid() },
    errors: 0,
  });
  expect(code).toBe(0);
  expect(await states()).toEqual({ grade: 'ok', shorten: 'missing' });
});

test('tells of a hidden example that it fails, once, and nothing else of it', async () => {
  await serve({ grade: [GRADE_NEARLY, GRADE_NEARLY, GRADE] });
  const { code, stdout } = await fill('shop', 'grade');
  expect(code).toBe(1);
  expect(stdout).toMatch(/FR7404 none of 2 bodies for 'grade' passed; the last one: a hidden example fails/);
  const sent = server?.asked.map(({ body }) => body).join('\n') ?? '';
  expect(sent).not.toContain('cay@');
  expect(server?.asked).toHaveLength(2);
  expect(await states()).toEqual({ grade: 'missing', shorten: 'missing' });
});

test.each([
  [{ fault: 'refused' }, 1, /FR7405 the model refused to fill 'grade'/],
  [{ fault: 'truncated', text: GRADE }, 1, /FR7406 the reply for 'grade' did not end within 16384 tokens/],
  [
    { text: 'CONTRADICTION: the first example breaks the rule \u001B[31m' },
    2,
    /FR7403 .* contradicts itself: the first example breaks the rule/,
  ],
  [{ text: 'I would rather not.' }, 1, /FR7404 none of 4 bodies .* no fenced block/],
  [{ text: '' }, 1, /FR7404 none of 4 bodies .* empty/],
  [{ text: GRADE + GRADE }, 1, /FR7404 none of 4 bodies .* 2 blocks/],
  [{ text: GRADE.replace('(input: GradeInput)', '(input: GradeInput, more: string)') }, 1, /FR7404 none of 4 bodies/],
  [{ text: GRADE.replace('function grade', 'function other') }, 1, /FR7404 none of 4 bodies/],
  [{ fault: 'unauthorized' }, 3, /FR7302 the key was refused/],
  [{ fault: 'unknown-model' }, 3, /FR7303 the request was refused/],
] satisfies readonly (readonly [Reply, number, RegExp])[])('%j ends in %d', async (reply, code, told) => {
  await serve({ grade: [reply] });
  const ended = await fill('shop', 'grade');
  expect(ended.stdout).toMatch(told);
  expect(ended.stdout).not.toContain('\u001B');
  expect(ended.code).toBe(code);
  expect(await filesBelow('specs/gaps')).toEqual([]);
});

test('what becomes of one gap is nothing to the others, and every token is told', async () => {
  await serve({ grade: [{ fault: 'refused' }] });
  const { code, stdout } = await fill('--json');
  const { gaps, paid } = JSON.parse(stdout);
  expect(gaps).toMatchObject([{ end: 'refused' }, { end: 'filled' }]);
  expect(paid).toMatchObject({ asks: 2, ...server?.paid() });
  expect(code).toBe(1);
});

test('a reply that was paid for is used by the run after one that failed', async () => {
  await serve({ grade: [GRADE_WRONG, { fault: 'bad-request' }, GRADE] });
  expect((await fill('shop', 'grade')).code).toBe(3);
  const before = server?.paid();
  const { code, stdout } = await fill('shop', 'grade', '--json');
  expect(code).toBe(0);
  const { gaps } = JSON.parse(stdout);
  expect(gaps).toMatchObject([{ tries: 2, paid: { asks: 1 }, resumed: { ...before } }]);
  expect(server?.asked).toHaveLength(3);
});

test.each([
  [[{ fault: 'rate-limit', retryAfter: 0 }, GRADE], 1, 'there were too many requests'],
  [[{ fault: 'overloaded', retryAfter: 0 }, GRADE], 1, 'the server could not answer'],
  // What is asked for again with more room is streamed.
  [[{ fault: 'truncated', text: GRADE }, { fault: 'mid-stream-error', text: GRADE }, GRADE], 2, 'asking for all of it'],
] satisfies readonly (readonly [readonly (Reply | string)[], number, string])[])(
  'goes on after %j, and counts what was paid',
  async (replies, tries, told) => {
    await serve({ grade: replies });
    const { code, stdout } = await fill('shop', 'grade', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ gaps: [{ end: 'filled', tries }], paid: { ...server?.paid() } });
    expect(code).toBe(0);
    await server?.close();
    await serve({ grade: replies });
    expect((await fill('shop', 'grade', '--force')).stderr).toContain(told);
  },
);

test('no ask is started that could exceed the budget', async () => {
  await serve({});
  const { code, stdout } = await fill('--budget', '0.085', '--concurrency', '1');
  expect(stdout).toMatch(
    /FR7402 \$0\.\d{4} of \$0\.0850 is spent, and the next ask could exceed it; left: shop shorten/,
  );
  expect(code).toBe(3);
  expect(server?.asked).toHaveLength(1);
  expect((await fill('--budget', '2')).code).toBe(0);
});

test('a budget needs a price', async () => {
  await serve({});
  const { code, stderr } = await fill('--budget', '2', '--model', 'llama3.3');
  expect(stderr).toMatch(/^FR7401 the price of 'llama3.3' is not known/);
  expect(code).toBe(2);
  expect((await fill('--budget', '2', '--model', 'llama3.3', '--price', '1/5')).code).toBe(0);
});

test('fills in a batch, at half the price', async () => {
  await serve({ grade: [GRADE_WRONG, GRADE], shorten: [{ fault: 'expired' }, SHORTEN] });
  const { code, stdout } = await fill('--batch', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).gaps).toMatchObject([
    { end: 'filled', tries: 2 },
    { end: 'filled', tries: 1 },
  ]);
  const lock: { provenance: { cost: number } } = JSON.parse(
    await readFile(join(folder.path, 'specs/gaps/shop/grade.lock.json'), 'utf8'),
  );
  expect(lock.provenance.cost).toBeGreaterThan(0);
  expect(await filesBelow('.flowright/gaps/batches')).toEqual([]);
});

test('a body that was edited by hand is kept, unless it is forced', async () => {
  await serve({});
  await fill();
  const file = join(folder.path, 'specs/gaps/shop/grade.ts');
  const edited = `${await readFile(file, 'utf8')}// by hand\n`;
  await writeFile(file, edited);
  const kept = await fill('--all');
  expect(kept.stdout).toMatch(
    /FR7407 warning: 'grade' was not filled: its body in 'specs\/gaps\/shop\/grade\.ts' was edited/,
  );
  expect(await readFile(file, 'utf8')).toBe(edited);
  expect(kept.code).toBe(0);
  await fill('shop', 'grade', '--force');
  expect(await readFile(file, 'utf8')).not.toContain('by hand');
});

test("a body that a killed run had begun to write is nobody's edit", async () => {
  await serve({});
  await fill('shop', 'grade');
  const file = join(folder.path, 'specs/gaps/shop/grade.ts');
  await rm(join(folder.path, 'specs/gaps/shop/grade.lock.json'));
  expect((await fill('shop', 'grade')).stdout).toContain('FR7407');
  const journal = openJournal(join(folder.path, '.flowright/gaps'), server?.baseUrl ?? '');
  const [integration] = (await findGaps(['.'], { cwd: folder.path })).integrations;
  for (const entry of integration?.gaps ?? []) await journal.accept(entry, bodyIn(await readFile(file, 'utf8')).body);
  expect((await fill('shop', 'grade')).code).toBe(0);
  expect(await states()).toEqual({ grade: 'ok', shorten: 'missing' });
});

test('a gap whose contract has changed is filled again', async () => {
  await serve({});
  await fill();
  await writeFile(join(folder.path, 'specs/shop.integration.yaml'), SHOP.replace('first three', 'three first'));
  expect(await states()).toEqual({ grade: 'ok', shorten: 'stale' });
  expect((await fill()).stdout).toContain('1 of 1 gap filled, 1 filled already');
  expect(await states()).toEqual({ grade: 'ok', shorten: 'ok' });
});

test('a body whose hashes fit and which fails its contract is filled again', async () => {
  await serve({});
  await fill();
  const lock = join(folder.path, 'specs/gaps/shop/grade.lock.json');
  const body = await readFile(join(folder.path, 'specs/gaps/shop/grade.ts'), 'utf8');
  const wrong = body.replace("'a' : 'b'", "'b' : 'a'");
  await writeFile(join(folder.path, 'specs/gaps/shop/grade.ts'), wrong);
  const known: { body: string } = JSON.parse(await readFile(lock, 'utf8'));
  await writeFile(lock, JSON.stringify({ ...known, body: hash(bodyIn(wrong).body) }));
  expect(await states()).toEqual({ grade: 'ok', shorten: 'ok' });
  expect((await fill()).stdout).toContain('1 of 1 gap filled, 1 filled already');
  expect(await readFile(join(folder.path, 'specs/gaps/shop/grade.ts'), 'utf8')).toBe(body);
});

test('fills from replies that were carried over by hand, without a key or a network', async () => {
  const { stdout: prompt } = await run('gaps', 'prompt', 'shop', 'grade');
  expect(prompt).toContain(ASKS.grade);
  expect(prompt).not.toContain('cay@');
  await writeFile(join(folder.path, 'reply.md'), GRADE);
  const recorded = await run('gaps', 'record', 'shop', 'grade', '--reply', 'reply.md');
  expect(recorded.stdout).toMatch(/^recorded in evals\/recordings\/shop\/grade\/[0-9a-f]{16}\.0\.json\n$/);
  const filled = await run('gaps', 'fill', '--provider', 'replay');
  expect(filled.stdout).toMatch(/FR7310 .*shop shorten/);
  expect(filled.code).toBe(3);
  expect(await states()).toEqual({ grade: 'ok', shorten: 'missing' });
  const lock = await readFile(join(folder.path, 'specs/gaps/shop/grade.lock.json'), 'utf8');
  expect(JSON.parse(lock)).toMatchObject({ provenance: { model: 'unspecified', via: 'manual', usage: {} } });
});

test('what a server answers can be recorded, and played again', async () => {
  await serve({});
  await fill('--record');
  const asked = server?.asked.length;
  expect((await fill('--record', '--all')).code).toBe(0);
  expect(server?.asked).toHaveLength(asked ?? 0);
  const again = await run('gaps', 'fill', '--all', '--provider', 'replay', '--model', 'claude-sonnet-5-5');
  expect(again.code).toBe(0);
});

test('says how to go without a key', async () => {
  const { code, stdout } = await run('gaps', 'fill');
  expect(stdout.match(/FR7301 there is no key/g)).toHaveLength(1);
  for (const way of ['ANTHROPIC_API_KEY', '--provider replay', '--base-url', 'gaps record', 'gaps adopt'])
    expect(stdout).toContain(way);
  expect(code).toBe(3);
});

test('names what there is where a gap is not known', async () => {
  expect((await run('gaps', 'fill', 'shop', 'grad')).stderr).toMatch(
    /there is no gap 'grad'\n {2}did you mean 'grade'/,
  );
  expect((await run('gaps', 'fill', '--provider', 'replay', '--batch')).stderr).toMatch(/^FR6001 --batch asks/);
  expect((await run('gaps', 'fill', '--budgt', '2')).stderr).toContain("did you mean '--budget'?");
  expect((await run('gaps', 'fill', '--budget', 'x')).stderr).toContain('see flowright gaps fill --help');
  expect((await run('gaps', 'fill', 'shp')).stderr).toMatch(/there is no integration 'shp'/);
});

test('is kept out where another run fills from the same folder, and lets go when it ends', async () => {
  await serve({});
  await mkdir(join(folder.path, '.flowright/gaps'), { recursive: true });
  const running = join(folder.path, '.flowright/gaps/running.json');
  await writeFile(running, JSON.stringify({ pid: process.ppid, host: hostname(), run: 'another' }));
  const refused = await fill();
  expect(refused.stderr).toMatch(/FR7410 another run fills gaps from this folder \(process \d+ on /);
  expect(refused.code).toBe(3);
  expect(server?.asked).toEqual([]);
  await rm(running);
  expect((await fill()).code).toBe(0);
  expect(await filesBelow('.flowright/gaps')).not.toContain('running.json');
});

test('says before it asks what would still do, and which attachments are left out', async () => {
  await serve({});
  await writeFile(join(folder.path, 'grades.md'), 'a is good');
  await fill('--attach', 'grades.md');
  await writeFile(
    join(folder.path, 'specs/shop.integration.yaml'),
    SHOP.replace('note: another host', 'note: not ours'),
  );
  const asked = server?.asked.length ?? 0;
  const { stderr } = await fill();
  expect(stderr).toMatch(/FR7412 warning: 'grade' is asked for anew, though its body passes the changed contract/);
  expect(stderr).toMatch(/FR7411 warning: 'grade' was filled with grades\.md, and is now asked for without/);
  expect(stderr).not.toContain("'shorten'");
  expect(stderr.indexOf('FR7411')).toBeLessThan(stderr.indexOf('asking claude'));
  expect(server?.asked).toHaveLength(asked + 1);
  const named = await fill('shop', 'grade', '--all', '--attach', 'grades.md', '--json');
  expect(JSON.parse(named.stdout)).toMatchObject({ warnings: 0 });
});

test('sends no key to another machine in the clear', async () => {
  const env = { ANTHROPIC_API_KEY: 'made-up' };
  const { code, stderr } = await runInProcess(['gaps', 'fill', '--base-url', 'http://10.1.2.3'], folder.path, env);
  expect(stderr).toContain("FR7409 the key would be sent to '10.1.2.3' in the clear");
  expect(code).toBe(2);
  expect(await filesBelow('.flowright')).toEqual([]);
});
