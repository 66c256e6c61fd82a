import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ModelAnswer } from '../../provider/provider.ts';
import { openBudget } from '../budget.ts';
import type { FillOutcome } from '../fill-outcome.ts';
import type { FillParts } from '../fill-parts.ts';
import { fillGaps } from '../fill-gaps.ts';
import { openJournal } from '../journal.ts';
import { fails, fakes, says, targetOf, type Fakes } from '../testing/fill-fakes.ts';
import { askInBatch, type Batched } from './ask-in-batch.ts';
import { openBatchJournal } from './batch-journal.ts';
import type { BatchCall, BatchRequest, BatchService } from './batch-service.ts';

const [one, two] = [targetOf('one'), targetOf('two')];
const SCOPE = 'server';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'batch-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const ok = <Value>(value: Value): BatchCall<Value> => ({ ok: true, value });

/** A service that ends a batch at the second look, and answers it by gap. */
function service(
  answers: Readonly<Record<string, ModelAnswer>>,
): BatchService & { readonly created: BatchRequest[][] } {
  const created: BatchRequest[][] = [];
  let looks = 0;
  return {
    created,
    create: async (requests) => {
      created.push([...requests]);
      return ok(`batch-${created.length}`);
    },
    look: async () => {
      const ended = ++looks % 2 === 0;
      return ok({
        ended,
        counts: { processing: ended ? 0 : 2, succeeded: ended ? 2 : 0, errored: 0, canceled: 0, expired: 0 },
      });
    },
    results: async () =>
      ok(
        (created.at(-1) ?? [])
          .map(({ key, request }) => ({ key, answer: answers[request.gap] ?? fails({ code: 'FR7320' }) }))
          .toReversed(),
      ),
  };
}

interface Run extends Fakes {
  readonly batched: Batched;
  readonly outcomes: readonly FillOutcome[];
}

async function run(
  batch: BatchService,
  live: Parameters<typeof fakes>[0] = {},
  more: Partial<FillParts> = {},
): Promise<Run> {
  const journal = openJournal(folder, SCOPE);
  const made = fakes(live, { journal, ...more });
  const sent = openBatchJournal(folder, SCOPE);
  const wait = (): Promise<void> => Promise.resolve();
  const batched = await askInBatch([one, two], made.parts, { service: batch, sent, journal, wait });
  const outcomes = await fillGaps([one, two], { ...made.parts, batched: batched.paid }, 1);
  return { ...made, batched, outcomes };
}

const batch = (text: string): ModelAnswer => says(text, { via: 'batch' });

test('all first tries are one batch, at half the price', async () => {
  const asked = service({ one: batch('body'), two: batch('body') });
  const { outcomes, requests, saved, events } = await run(asked);
  expect(outcomes.map(({ end }) => end.kind)).toEqual(['filled', 'filled']);
  expect(outcomes[0]?.paid).toEqual({ asks: 1, input: 1_000, output: 100, cost: 0.01 });
  expect(saved[0]?.provenance).toMatchObject({ via: 'batch', cost: 0.01 });
  expect(asked.created).toHaveLength(1);
  expect(requests).toEqual([]);
  expect(events.filter(({ type }) => type === 'batch')).toHaveLength(2);
});

test('what a batch leaves unanswered, and repairs, are asked for one by one', async () => {
  const asked = service({ one: fails({ code: 'FR7320' }), two: batch('!types') });
  const { outcomes, requests } = await run(asked, { one: [says('body')], two: [says('body')] });
  expect(outcomes.map(({ end }) => end.kind)).toEqual(['filled', 'filled']);
  expect(requests).toHaveLength(2);
  expect(outcomes[1]?.paid.cost).toBeCloseTo(0.03);
});

test('a run that ended while it waited goes on with its batch', async () => {
  const asked = service({ one: batch('body'), two: batch('body') });
  const stop = new AbortController();
  const cut: BatchService = {
    ...asked,
    look: async () => {
      stop.abort();
      return { ok: false, failure: { ...STOPPED } };
    },
  };
  const first = await run(cut, {}, { signal: stop.signal });
  expect(first.outcomes.map(({ end }) => end)).toEqual([
    { kind: 'left', why: 'interrupted' },
    { kind: 'left', why: 'interrupted' },
  ]);
  const second = await run(asked);
  expect(second.outcomes.map(({ end }) => end.kind)).toEqual(['filled', 'filled']);
  expect(second.events).toContainEqual(expect.objectContaining({ type: 'batch', id: 'batch-1', resumed: true }));
  expect(asked.created).toHaveLength(1);
  const third = await openBatchJournal(folder, SCOPE).all();
  expect(third).toEqual([]);
});

const STOPPED = { kind: 'failed', code: 'FR7307', message: 'stopped', usage: {}, fatal: true } as const;

test('a batch that the server does not know any more is asked anew', async () => {
  await openBatchJournal(folder, SCOPE).keep('gone', [
    openJournal(folder, SCOPE).keyOf({
      integration: 'shop',
      gap: 'one',
      model: 'fixture-1',
      maxTokens: 1_000,
      prompt: await fakes({}).parts.render(one),
      repeat: 0,
    }),
  ]);
  const asked = service({ one: batch('body'), two: batch('body') });
  const look: BatchService['look'] = async (id, signal) =>
    id === 'gone'
      ? { ok: false, failure: { ...STOPPED, code: 'FR7303', message: 'not found' } }
      : await asked.look(id, signal);
  const { outcomes } = await run({ ...asked, look });
  expect(outcomes.map(({ end }) => end.kind)).toEqual(['filled', 'filled']);
});

test('a batch holds no more than the budget allows', async () => {
  // The worst of an ask in a batch is $0.055.
  const asked = service({ one: batch('body'), two: batch('body') });
  const { outcomes, parts } = await run(asked, {}, { budget: openBudget(0.06) });
  expect(asked.created[0]).toHaveLength(1);
  expect(outcomes.map(({ end }) => end)).toEqual([{ kind: 'filled' }, { kind: 'left', why: 'budget' }]);
  expect(parts.budget.spent()).toBeCloseTo(0.01);
});

test('that a batch cannot be sent is told', async () => {
  const create: BatchService['create'] = async () => ({ ok: false, failure: { ...STOPPED, code: 'FR7302' } });
  const { batched, parts } = await run({ ...service({}), create }, { one: [fails()], two: [fails()] });
  expect(batched.failure?.code).toBe('FR7302');
  expect(parts.budget.spent()).toBe(0);
});

test('replies that have arrived are used although nobody answers any more', async () => {
  const asked = service({ two: batch('body') });
  const { outcomes } = await run(asked, { one: [fails({ code: 'FR7302', fatal: true })] });
  expect(outcomes.map(({ end }) => end.kind)).toEqual(['failed', 'filled']);
});
