/** A program that a test runs as a process of its own, to kill: one step, whose POST may be repeated where the event says so. */
import { defineIntegration, serve, workflow } from '../index.ts';
import type { StepContext, SystemDefinition, Transport } from '../index.ts';

interface Event {
  readonly id: string;
  readonly retrySafe: boolean;
}

function parse(body: unknown): Event {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string')
    return { id: body.id, retrySafe: 'retrySafe' in body && body.retrySafe === true };
  throw new Error('not an event');
}

const shop: SystemDefinition = {
  id: 'shop',
  baseUrl: 'https://shop.example.com',
  baseUrlSetting: 'SHOP_BASE_URL',
  variables: {},
  auth: { kind: 'none' },
  headers: {},
  timeoutMs: 60_000,
  retry: { attempts: 3, initialMs: 1, factor: 1, maxMs: 1, on: [] },
};

const clients = (transport: Transport) => ({
  createOrder: async ({ id, retrySafe }: Event): Promise<unknown> => {
    const { body } = await transport.send(shop, {
      operation: 'createOrder',
      method: 'POST',
      path: '/orders',
      body: { event: id },
      retrySafe,
      parse: (value) => value,
    });
    return body;
  },
});

await serve(
  defineIntegration({
    name: 'one-post',
    version: '1',
    systems: [shop],
    settings: [],
    clients,
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
          answer: 'completed',
          waitMs: 10_000,
        },
        run: (ctx: StepContext<ReturnType<typeof clients>>, event: Event) =>
          ctx.run('order', ({ http }) => http.createOrder(event)),
      }),
    },
  }),
);
