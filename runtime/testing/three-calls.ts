/** A program that a test runs as a process of its own, to stop or kill: three steps, each of which calls the test back. */
import { defineIntegration, serve, workflow } from '../index.ts';
import type { StepContext } from '../index.ts';

interface Event {
  readonly id: string;
}

function parse(body: unknown): Event {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') return { id: body.id };
  throw new Error('not an event');
}

async function threeCalls(ctx: StepContext<object>, event: Event): Promise<unknown> {
  for (const step of ['a', 'b', 'c']) {
    await ctx.run(step, async ({ idempotencyKey, signal }) => {
      const response = await fetch(`${process.env['CALLS_URL']}/${event.id}/${step}`, {
        headers: { 'idempotency-key': idempotencyKey },
        signal,
      });
      return response.text();
    });
    await ctx.sleep(`after ${step}`, Number(process.env['GAP_MS'] ?? 0));
  }
  return 'done';
}

await serve(
  defineIntegration({
    name: 'three-calls',
    version: '1',
    systems: [],
    settings: [{ setting: 'CALLS_URL' }, { setting: 'SOMETHING_ELSE', default: 'set' }],
    clients: () => ({}),
    workflows: {
      main: workflow({
        trigger: {
          kind: 'webhook',
          method: 'POST',
          path: '/events',
          auth: { kind: 'none' },
          dedupe: { id: (_, event) => event.id, keepMs: 3_600_000 },
          parse,
          key: (event) => event.id,
          answer: 'accepted',
          waitMs: 0,
        },
        run: threeCalls,
      }),
    },
  }),
);
