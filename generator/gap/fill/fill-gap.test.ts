import { expect, test } from 'vitest';
import { fillGap } from './fill-gap.ts';
import { fails, fakes, says, targetOf } from './testing/fill-fakes.ts';

const gap = targetOf('grade');

test('a body that passes is written with where it came from', async () => {
  const { parts, saved, events } = fakes({ grade: [says('body')] });
  expect(await fillGap(gap, parts)).toMatchObject({ end: { kind: 'filled' }, tries: 1 });
  expect(saved).toEqual([
    {
      gap: 'grade',
      accepted: { body: 'body', file: '// body' },
      provenance: {
        by: 'model',
        model: 'fixture-1',
        via: 'anthropic',
        prompt: 'fill@v1',
        promptHash: 'a'.repeat(64),
        tries: 1,
        usage: { input: 1_000, output: 100 },
        cost: 0.02,
      },
    },
  ]);
  expect(events.map(({ type }) => type)).toEqual(['asking', 'answered', 'judging', 'ended']);
});

test('a repair sees the latest body and what is wrong with it, and nothing of the tries before', async () => {
  const { parts, requests, saved } = fakes({ grade: [says('!static'), says('!types'), says('body')] });
  const { end, tries, paid } = await fillGap(gap, parts);
  expect({ end, tries }).toEqual({ end: { kind: 'filled' }, tries: 3 });
  expect(requests.map(({ prompt }) => prompt.turns)).toMatchObject([
    [{ content: 'grade please' }],
    [{ content: expect.stringContaining('again: !static') }],
    [{ content: expect.not.stringContaining('static') }],
  ]);
  expect(paid).toEqual({ asks: 3, input: 3_000, output: 300, cost: 0.06 });
  expect(saved[0]?.provenance).toMatchObject({ tries: 3, usage: { input: 3_000, output: 300 } });
});

test('after three repairs a gap is given up, with what was wrong last', async () => {
  const { parts, requests, saved } = fakes({ grade: Array.from({ length: 9 }, () => says('!visible')) });
  expect(await fillGap(gap, parts)).toMatchObject({
    end: { kind: 'gaveUp', problems: [{ check: 'visible' }] },
    tries: 4,
  });
  expect(requests).toHaveLength(4);
  expect(saved).toEqual([]);
});

test('the same request sent again is another asking of it', async () => {
  const { parts, requests } = fakes({ grade: Array.from({ length: 9 }, () => says('!visible')) });
  await fillGap(gap, parts);
  expect(requests.map(({ repeat }) => repeat)).toEqual([0, 0, 1, 2]);
});

test('that a hidden example fails is told once, and not which', async () => {
  const { parts, requests } = fakes({ grade: [says('!hidden'), says('body'), says('never')] });
  expect(await fillGap(gap, parts)).toMatchObject({ end: { kind: 'filled' }, tries: 2 });
  expect(requests[1]?.prompt.turns[0]?.content).toBe(
    'grade again: !hidden [{"check":"hidden","message":"a hidden example fails"}]',
  );
});

test('a second hidden failure gives up, also after another one', async () => {
  const { parts, requests } = fakes({ grade: [says('!hidden'), says('!types'), says('!hidden'), says('never')] });
  expect(await fillGap(gap, parts)).toMatchObject({ end: { kind: 'gaveUp' }, tries: 3 });
  expect(requests).toHaveLength(3);
});

test('of hidden examples nothing is told while anything else fails', async () => {
  const { parts, requests } = fakes({ grade: [says('!visible+!hidden'), says('!hidden'), says('body')] });
  expect(await fillGap(gap, parts)).toMatchObject({ end: { kind: 'filled' }, tries: 3 });
  const [, second, third] = requests.map(({ prompt }) => prompt.turns[0]?.content.split('[')[1]);
  expect(second).toMatch(/^\{"check":"visible"[^{]*\}\]$/);
  expect(third).toContain('a hidden example fails');
});

test('a reply that is cut off is asked for once more, with room for twice as much', async () => {
  const { parts, requests, events } = fakes({ grade: [says('bo', { stop: 'truncated' }), says('body')] });
  expect(await fillGap(gap, parts)).toMatchObject({ end: { kind: 'filled' }, tries: 2, paid: { asks: 2 } });
  expect(requests.map(({ maxTokens }) => maxTokens)).toEqual([1_000, 2_000]);
  expect(events).toContainEqual({ type: 'truncated', target: gap, maxTokens: 1_000 });
});

test('one that is cut off twice is no reply; its tokens are counted', async () => {
  const { parts } = fakes({ grade: [says('b', { stop: 'truncated' }), says('bo', { stop: 'truncated' })] });
  expect(await fillGap(gap, parts)).toMatchObject({
    end: { kind: 'truncated', maxTokens: 2_000 },
    paid: { input: 2_000, output: 200 },
  });
});

test('a refusal ends a gap', async () => {
  const { parts, requests } = fakes({ grade: [says('', { stop: 'refused' }), says('never')] });
  expect(await fillGap(gap, parts)).toMatchObject({ end: { kind: 'refused' }, paid: { asks: 1 } });
  expect(requests).toHaveLength(1);
});

test('a contradiction ends a gap, with the reason', async () => {
  const { parts } = fakes({ grade: [says('?the examples differ')] });
  expect(await fillGap(gap, parts)).toMatchObject({ end: { kind: 'contradiction', reason: 'the examples differ' } });
});

test('tokens of an ask that failed are counted with the rest', async () => {
  const { parts } = fakes({ grade: [says('!types'), fails({ usage: { input: 500, output: 7 } })] });
  expect(await fillGap(gap, parts)).toMatchObject({
    end: { kind: 'failed', failure: { code: 'FR7304', fatal: false } },
    tries: 1,
    paid: { asks: 2, input: 1_500, output: 107 },
  });
});

test('a reply as long as a book is not carried back', async () => {
  const { parts, requests } = fakes({ grade: [says('x'.repeat(5_000_000)), says('body')] });
  expect(await fillGap(gap, parts)).toMatchObject({ end: { kind: 'filled' } });
  const repair = requests[1]?.prompt.turns[0]?.content ?? '';
  expect(repair).toContain('5000000 characters long');
  expect(repair.length).toBeLessThan(500);
});

test('that this program fails is an end like others', async () => {
  const judge = (): Promise<never> => Promise.reject(new Error('no judge'));
  const { parts } = fakes({ grade: [says('body')] }, { judge });
  expect(await fillGap(gap, parts)).toMatchObject({ end: { kind: 'crashed' }, paid: { asks: 1 } });
});

test('a lock that cannot be written is an end like others', async () => {
  const save = (): Promise<void> => Promise.reject(new Error('disk full'));
  const { parts } = fakes({ grade: [says('body')] }, { save });
  const { end, paid } = await fillGap(gap, parts);
  expect(end).toMatchObject({ kind: 'unwritten', error: { message: 'disk full' } });
  expect(paid.asks).toBe(1);
});

test('recordings tell of no cost', async () => {
  const { parts, saved } = fakes({ grade: [says('body', { via: 'manual', usage: {} })] }, { free: true });
  await fillGap(gap, parts);
  expect(saved[0]?.provenance).toEqual({
    by: 'model',
    model: 'fixture-1',
    via: 'manual',
    prompt: 'fill@v1',
    promptHash: 'a'.repeat(64),
    tries: 1,
    usage: {},
  });
});
