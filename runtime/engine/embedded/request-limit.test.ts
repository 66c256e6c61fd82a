import { expect, onTestFinished, test } from 'vitest';
import type { StepContext } from '../../context/context.ts';
import { FatalError } from '../../context/errors.ts';
import { orders, shopAt } from '../../http/testing/loopback.ts';
import type { Transport } from '../../http/transport.ts';
import { manual } from '../../testing/test-engine.ts';
import { openEmbeddedEngine } from './embedded-engine.ts';

/** Runs a workflow whose requests are all answered, and may be so many. */
async function ended(requests: number, run: (ctx: StepContext<Transport>) => Promise<unknown>) {
  let sent = 0;
  const answering: Transport = {
    send: (_, { parse }) => Promise.resolve({ status: 200, headers: {}, body: parse((sent += 1)) }),
  };
  const engine = openEmbeddedEngine(
    {
      name: 'test',
      version: 'v1',
      systems: [],
      settings: [],
      clients: (transport) => transport,
      workflows: { main: { trigger: manual, run: (ctx) => run(ctx) } },
      limits: { requests },
    },
    { file: ':memory:', transport: { forStep: () => answering } },
  );
  onTestFinished(() => engine.close(50));
  const { runId } = await engine.start('main', null);
  await engine.idle();
  return { sent, run: engine.show(runId) };
}

const ask = (ctx: StepContext<Transport>, name: string): Promise<unknown> =>
  ctx.run(name, async ({ http }) => (await http.send(shopAt('http://127.0.0.1'), orders())).body);

test('a run that would send a request too many fails before it is sent', async () => {
  const { sent, run } = await ended(3, async (ctx) => {
    for (let round = 0; ; round += 1) await ask(ctx, `round/${round}`);
  });
  expect(sent).toBe(3);
  expect(run).toMatchObject({ status: 'failed', error: { code: 'request_limit', step: 'round/3' } });
});

test('so does a run whose loop leaves out what fails', async () => {
  const { sent, run } = await ended(2, async (ctx) => {
    for (const item of ['a', 'b', 'c', 'd'])
      await ask(ctx, item).catch((error: unknown) => void (error instanceof FatalError));
  });
  expect(sent).toBe(2);
  expect(run).toMatchObject({ status: 'failed', error: { code: 'request_limit' } });
});

test('a run that keeps within the limit is left alone', async () => {
  expect((await ended(2, async (ctx) => [await ask(ctx, 'a'), await ask(ctx, 'b')])).run).toMatchObject({
    status: 'completed',
    result: [1, 2],
  });
});
