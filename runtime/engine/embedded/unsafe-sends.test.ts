import { expect, test } from 'vitest';
import { FatalError, RetryLaterError } from '../../context/errors.ts';
import type { StepIO } from '../../context/context.ts';
import type { UnsafeRequest, UnsafeSend } from '../../http/unsafe-send.ts';
import { manualClock, settle } from '../../testing/manual-clock.ts';
import { noTransport, temporaryFile, testEngine } from '../../testing/test-engine.ts';
import type { TestContext } from '../../testing/test-engine.ts';
import type { StepIdentity } from './host.ts';

const deal: UnsafeRequest = { system: 'hubspot', operation: 'createDeal', method: 'POST', path: '/deals' };
const items: UnsafeRequest = { ...deal, operation: 'createItems', path: '/items' };

/** A transport that sends nothing: the tests say what a step does with its identity. */
function sending() {
  let identity: StepIdentity | undefined;
  const transport = { forStep: (step: StepIdentity) => ((identity = step), noTransport.forStep(step)) };
  const begin = (io: StepIO<object>, request = deal): Promise<UnsafeSend> => {
    void io.http;
    if (identity === undefined) throw new Error('no transport was asked for');
    return identity.beforeUnsafeSend(request);
  };
  return { transport, begin };
}

/** Waits until the engine closes under it. */
const cutShort = ({ signal }: StepIO<object>): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** Runs `main` until its steps hang, closes the engine as a shutdown does, and goes on in a second one. */
async function restarted(
  main: (ctx: TestContext) => Promise<unknown>,
  transport: ReturnType<typeof sending>['transport'],
) {
  const [clock, file] = [manualClock(), temporaryFile()];
  const first = testEngine(main, { clock, file, transport });
  const { runId } = await first.start('main', null);
  await settle();
  const journal = first.show(runId)?.journal;
  await first.close(1);
  const second = testEngine(main, { clock, file, transport });
  await second.idle();
  const show = () => second.show(runId);
  const retry = async () => {
    await second.retry(runId);
    await second.idle();
    return show();
  };
  return { journal, show, retry };
}

test('what must not be sent twice is on disk before it is sent; a restart does not send it again, a retry does', async () => {
  const { transport, begin } = sending();
  let sent = 0;
  const { journal, show, retry } = await restarted(
    (ctx) =>
      ctx.run('newDeal', async (io) => {
        await begin(io);
        sent += 1;
        return sent === 1 ? cutShort(io) : 'made';
      }),
    transport,
  );
  expect(journal).toMatchObject([{ name: 'newDeal', status: 'sending', attempts: 1 }]);
  expect(show()).toMatchObject({
    status: 'failed',
    error: {
      code: 'outcome_unknown',
      step: 'newDeal',
      details: { system: 'hubspot', operation: 'createDeal', method: 'POST', path: '/deals' },
    },
    journal: [{ name: 'newDeal', status: 'failed', attempts: 1 }],
  });
  expect(show()?.error?.message).toBe(
    'it is not known whether hubspot.createDeal (POST /deals) got through: the process ended, or its disk failed, before the answer was kept. It is not sent again, since that could do it twice: look in hubspot, undo there what was done, then retry the run',
  );
  expect(sent).toBe(1);
  expect(await retry()).toMatchObject({ status: 'completed', result: 'made' });
  expect(sent).toBe(2);
});

test('a request that did nothing leaves no doubt: its step runs again, with the tries that it had', async () => {
  const { transport, begin } = sending();
  let tries = 0;
  const { journal, show } = await restarted(
    (ctx) =>
      ctx.run('newDeal', async (io) => {
        tries += 1;
        const send = await begin(io);
        send.undone();
        if (tries === 1)
          throw new RetryLaterError('network', 'refused', {
            policy: { attempts: 5, initialMs: 0, factor: 1, maxMs: 0 },
          });
        if (tries === 2) await cutShort(io);
      }),
    transport,
  );
  expect(journal).toMatchObject([{ status: 'retrying', attempts: 1 }]);
  expect(show()).toMatchObject({ status: 'completed', journal: [{ status: 'completed', attempts: 2 }] });
  expect(tries).toBe(3);
});

test('a step whose first request was refused leaves no row behind', async () => {
  const { transport, begin } = sending();
  let tries = 0;
  const { journal, show } = await restarted(
    (ctx) =>
      ctx.run('newDeal', async (io) => {
        tries += 1;
        const send = await begin(io);
        send.undone();
        if (tries === 1) await cutShort(io);
      }),
    transport,
  );
  expect([journal, show()?.status, tries]).toEqual([[], 'completed', 2]);
});

test('of several requests in one step all that may have done something are named, and none is sent again', async () => {
  const { transport, begin } = sending();
  const sent: string[] = [];
  const { journal, show } = await restarted(
    (ctx) =>
      ctx.run('both', async (io) => {
        const refused = await begin(io, { ...deal, operation: 'refused' });
        refused.undone();
        await begin(io, deal);
        sent.push('deal');
        await begin(io, { ...items, system: 'shop' });
        sent.push('items');
        return cutShort(io);
      }),
    transport,
  );
  expect(journal).toMatchObject([{ status: 'sending', error: { code: 'outcome_unknown' } }]);
  expect(show()?.error?.message).toMatch(
    /whether hubspot\.createDeal \(POST \/deals\) and shop\.createItems \(POST \/items\) got through: .* look in hubspot and shop,/u,
  );
  expect(sent).toEqual(['deal', 'items']);
});

test('of several steps in doubt a retry repeats only the one that it was told of', async () => {
  const { transport, begin } = sending();
  const sent: string[] = [];
  const { show, retry } = await restarted(
    (ctx) =>
      ctx.all(['a', 'b'], 2, (name) =>
        ctx.run(name, async (io) => {
          await begin(io);
          sent.push(name);
          return sent.length < 3 ? cutShort(io) : name;
        }),
      ),
    transport,
  );
  expect(show()).toMatchObject({ error: { step: 'a' }, journal: [{ status: 'failed' }, { status: 'failed' }] });
  expect(await retry()).toMatchObject({ status: 'failed', error: { code: 'outcome_unknown', step: 'b' } });
  expect(sent).toEqual(['a', 'b', 'a']);
  expect(await retry()).toMatchObject({ status: 'completed', result: ['a', 'b'] });
  expect(sent).toEqual(['a', 'b', 'a', 'b']);
});

test('a step that sent what must not be sent twice is not tried again', async () => {
  const { transport, begin } = sending();
  const clock = manualClock();
  const engine = testEngine(
    (ctx) =>
      ctx.run('both', async (io) => {
        await begin(io);
        const send = await begin(io, items);
        send.undone();
        throw new RetryLaterError('rate_limited', 'slow down');
      }),
    { clock, transport },
  );
  const { runId } = await engine.start('main', null);
  await clock.advance(600_000);
  expect(engine.show(runId)).toMatchObject({
    status: 'failed',
    error: {
      code: 'rate_limited',
      message: 'slow down; the step is not tried again, since that would send hubspot.createDeal (POST /deals) twice',
    },
    journal: [{ status: 'failed', attempts: 1 }],
  });
});

test('a failure that the step’s own answer gave takes the place of the mark', async () => {
  const { transport, begin } = sending();
  const engine = testEngine(
    async (ctx) => {
      const found = await ctx
        .run('newDeal', async (io) => {
          await begin(io);
          throw new FatalError('network', 'cut');
        })
        .catch(() => 'caught');
      return ctx.run('after', () => found);
    },
    { transport },
  );
  const { runId } = await engine.start('main', null);
  await engine.idle();
  expect(engine.show(runId)).toMatchObject({
    status: 'completed',
    journal: [{ status: 'failed', error: { code: 'network' } }, { status: 'completed' }],
  });
});

test('nothing is sent where the store does not take the mark; it is once the store does', async () => {
  const { transport, begin } = sending();
  const clock = manualClock();
  let sent = 0;
  const engine = testEngine(
    (ctx) =>
      ctx.run('newDeal', async (io) => {
        await begin(io);
        sent += 1;
      }),
    { clock, transport },
  );
  engine.store.database.exec(
    `CREATE TRIGGER broken BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
  );
  const { runId } = await engine.start('main', null);
  await settle();
  expect([sent, engine.show(runId)?.status]).toEqual([0, 'running']);
  engine.store.database.exec('DROP TRIGGER broken');
  await clock.advance(5000);
  expect([sent, engine.show(runId)?.status]).toEqual([1, 'completed']);
});

test('a store that loses the answer leaves the doubt', async () => {
  const { transport, begin } = sending();
  const clock = manualClock();
  let sent = 0;
  const engine = testEngine(
    (ctx) =>
      ctx.run('newDeal', async (io) => {
        await begin(io);
        sent += 1;
        engine.store.database.exec(
          `CREATE TRIGGER broken BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
        );
      }),
    { clock, transport },
  );
  const { runId } = await engine.start('main', null);
  await settle();
  engine.store.database.exec('DROP TRIGGER broken');
  await clock.advance(5000);
  expect([sent, engine.show(runId)?.error?.code]).toEqual([1, 'outcome_unknown']);
});

test('a request that outlives its step marks nothing', async () => {
  const { transport, begin } = sending();
  const late = Promise.withResolvers<void>();
  let send: Promise<UnsafeSend> | undefined;
  const engine = testEngine(
    async (ctx) => {
      await ctx.run('quick', async (io) => {
        const early = await begin(io);
        send = late.promise.then(() => (early.undone(), begin(io)));
        return 'done';
      });
      await ctx.run('next', async () => {
        late.resolve();
        await send;
      });
    },
    { transport },
  );
  const { runId } = await engine.start('main', null);
  await engine.idle();
  expect(engine.show(runId)?.journal).toMatchObject([
    { name: 'quick', status: 'completed', result: 'done' },
    { name: 'next', status: 'completed' },
  ]);
});
