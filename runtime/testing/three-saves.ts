/** A program that a test runs as a process of its own, to kill: a full refresh in three pages, with a pause after each. */
import { defineIntegration, serve, workflow } from '../index.ts';
import type { StepContext } from '../index.ts';

interface Event {
  readonly id: string;
}

function parse(body: unknown): Event {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') return { id: body.id };
  throw new Error('not an event');
}

async function threeSaves(ctx: StepContext<object>): Promise<unknown> {
  const counts: unknown[] = [];
  for (const page of [1, 2, 3]) {
    counts.push(await ctx.save(`save/${page}`, 'Item', [{ id: `p${page}` }, { id: 'everywhere', page }]));
    await ctx.set('checkpoint.page', page);
    await ctx.sleep(`after ${page}`, Number(process.env['GAP_MS'] ?? 0));
  }
  counts.push(await ctx.prune('prune', 'Item'));
  return counts;
}

await serve(
  defineIntegration({
    name: 'three-saves',
    version: '1',
    systems: [],
    settings: [],
    records: { Item: { id: ['id'] } },
    clients: () => ({}),
    workflows: {
      main: workflow({
        trigger: {
          kind: 'webhook',
          method: 'POST',
          path: '/events',
          auth: { kind: 'none' },
          parse,
          answer: 'accepted',
          waitMs: 0,
        },
        run: threeSaves,
      }),
    },
  }),
);
