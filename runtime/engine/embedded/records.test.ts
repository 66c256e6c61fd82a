import { expect, test } from 'vitest';
import type { EngineEvent } from '../event.ts';
import { byHand, noTransport, temporaryFile, type TestContext } from '../../testing/test-engine.ts';
import { FatalError } from '../../context/errors.ts';
import { openEmbeddedEngine } from './embedded-engine.ts';
import { onTestFinished } from 'vitest';

interface Item {
  readonly id: string | number;
  readonly name?: string;
}
type Run = (ctx: TestContext, input: unknown) => Promise<unknown>;

function engineOf(run: Run, file = ':memory:') {
  const engine = openEmbeddedEngine(
    {
      name: 'test',
      version: 'v1',
      systems: [],
      settings: [],
      records: { Item: { id: ['id'] }, Deep: { id: ['key', 'value'] } },
      clients: () => ({}),
      workflows: { main: byHand(run), other: byHand(run) },
    },
    { file, transport: noTransport, random: () => 0.5 },
  );
  onTestFinished(() => engine.close(50));
  return engine;
}

async function go(engine: ReturnType<typeof engineOf>, input: unknown = null, workflow = 'main') {
  const { runId } = await engine.start(workflow, input);
  await engine.idle();
  const shown = engine.show(runId);
  if (shown === undefined) throw new Error('the run is not there');
  return shown;
}

const save = async (ctx: TestContext, input: unknown): Promise<unknown> =>
  await ctx.save('save', 'Item', Array.isArray(input) ? input : []);
const names = (engine: ReturnType<typeof engineOf>) => engine.records({ model: 'Item' }).map(({ id }) => id);

test('a save tells what is new, what differs, and what does not, whatever the order of members', async () => {
  const engine = engineOf(save);
  const first: readonly Item[] = [{ id: '1', name: 'a' }, { id: 2 }];
  expect(await go(engine, first)).toMatchObject({ result: { added: 2, updated: 0, unchanged: 0 } });
  const then = [{ name: 'a', id: '1' }, { id: 2, name: 'b' }, { id: '3' }];
  expect(await go(engine, then)).toMatchObject({ result: { added: 1, updated: 1, unchanged: 1 } });
  expect(engine.records({ model: 'Item' }).map(({ value }) => value)).toEqual([
    { name: 'a', id: '1' },
    { id: 2, name: 'b' },
    { id: '3' },
  ]);
});

test('what is removed leaves a tombstone with its time, and is new when it comes back', async () => {
  const engine = engineOf(async (ctx) => {
    await ctx.save('save', 'Item', [{ id: '1' }, { id: '2' }]);
    const gone = await ctx.remove('remove', 'Item', ['1', 'unknown']);
    return [gone, await ctx.save('again', 'Item', [{ id: '1' }, { id: '2' }])];
  });
  expect(await go(engine)).toMatchObject({ result: [{ removed: 1 }, { added: 1, updated: 0, unchanged: 1 }] });
  expect(names(engine)).toEqual(['2', '1']);
  const other = engineOf(async (ctx) => {
    await ctx.save('save', 'Item', [{ id: '1' }]);
    await ctx.remove('remove', 'Item', ['1']);
  });
  await go(other);
  expect(names(other)).toEqual([]);
  const [tombstone] = other.records({ deleted: true });
  expect(tombstone).toMatchObject({ id: '1', deletedAt: expect.any(Number) });
  expect(tombstone).not.toHaveProperty('value');
});

const refresh: Run = async (ctx, input) => {
  await save(ctx, input);
  return await ctx.prune('prune', 'Item');
};

test('a prune removes what the workflow saved before and did not save again, and nothing of another workflow', async () => {
  const engine = engineOf(refresh);
  await go(engine, [{ id: 'theirs' }], 'other');
  await go(engine, [{ id: 'a' }, { id: 'b' }]);
  expect(await go(engine, [{ id: 'b' }, { id: 'c' }])).toMatchObject({ result: { pruned: 1 } });
  expect(names(engine)).toEqual(['theirs', 'b', 'c']);
});

test('a run that goes on from a checkpoint counts what the runs before it saved', async () => {
  const engine = engineOf(async (ctx, input) => {
    const page = Number((await ctx.get('checkpoint.page')) ?? 1);
    const stop = input === 'stop';
    for (let at = page; at <= 3; at += 1) {
      await ctx.save(`save/${at}`, 'Item', [{ id: `p${at}` }]);
      await ctx.set('checkpoint.page', at + 1);
      if (stop && at === 2) throw new FatalError('provider_error', 'down');
    }
    await ctx.prune('prune', 'Item');
    await ctx.clearCheckpoint('clear');
  });
  await engine.putRecords('main', 'Item', [{ id: 'old' }, { id: 'p1' }]);
  expect(await go(engine, 'stop')).toMatchObject({ status: 'failed' });
  expect(names(engine)).toEqual(['old', 'p1', 'p2']);
  expect(engine.checkpoint('main')).toEqual({ page: 3 });
  await go(engine);
  expect(names(engine)).toEqual(['p1', 'p2', 'p3']);
  expect(engine.checkpoint('main')).toEqual({});
  // A whole run after that starts anew.
  await engine.putRecords('main', 'Item', [{ id: 'stale' }]);
  await go(engine);
  expect(names(engine)).toEqual(['p1', 'p2', 'p3']);
});

test('records are those of a tenant', async () => {
  const engine = engineOf(refresh);
  await engine.start('main', [{ id: 'a' }], { tenant: 'one' });
  await engine.start('main', [{ id: 'b' }], { tenant: 'two' });
  await engine.idle();
  expect(engine.records({ tenant: 'one' }).map(({ id }) => id)).toEqual(['a']);
  expect(engine.records({ tenant: 'two' }).map(({ id }) => id)).toEqual(['b']);
});

test('a step that is done is not done again when the run is retried', async () => {
  const file = temporaryFile();
  const events: EngineEvent[] = [];
  let fail = true;
  const engine = engineOf(async (ctx) => {
    const saved = await ctx.save('save', 'Item', [{ id: '1' }]);
    await ctx.run('call', () => {
      if (fail) throw new FatalError('provider_error', 'down');
    });
    return saved;
  }, file);
  engine.onEvent((event) => void events.push(event));
  const { id } = await go(engine);
  fail = false;
  await engine.retry(id);
  await engine.idle();
  expect(engine.show(id)).toMatchObject({ status: 'completed', result: { added: 1, updated: 0, unchanged: 0 } });
  expect(events.filter(({ type }) => type === 'records.saved')).toEqual([
    expect.objectContaining({ model: 'Item', records: [{ id: '1' }], added: 1 }),
  ]);
});

test('a record without an id fails the run, and one whose id lies within it is found', async () => {
  const engine = engineOf(async (ctx, input) => await ctx.save('save', 'Deep', [input]));
  expect(await go(engine, { key: {} })).toMatchObject({ status: 'failed', error: { code: 'invalid_response' } });
  await go(engine, { key: { value: 7 } });
  expect(engine.records({ model: 'Deep' })).toMatchObject([{ id: '7', value: { key: { value: 7 } } }]);
});

test('several values of a checkpoint are written at once', async () => {
  const engine = engineOf(async (ctx) => {
    await ctx.setAll({ 'checkpoint.cursor': 'c', 'checkpoint.since': null });
    await expect(ctx.setAll({ 'checkpoint.cursor': 'd', 'checkpoint.since': () => 1 })).rejects.toThrow('since');
  });
  const run = await go(engine);
  expect(run.journal.map(({ kind, result }) => [kind, result])).toEqual([
    ['set', { 'checkpoint.cursor': 'c', 'checkpoint.since': null }],
  ]);
  expect(engine.checkpoint('main')).toEqual({ cursor: 'c', since: null });
});
