import { expect, expectTypeOf, test } from 'vitest';
import type { StepContext } from './context/context.ts';
import { defineIntegration, workflow } from './integration.ts';
import type { IntegrationDefinition } from './integration.ts';
import type { ManualTrigger, ScheduleTrigger, Tick } from './trigger/trigger.ts';

interface Clients {
  readonly crm: string;
}
interface Order {
  readonly id: string;
}

const orders: ManualTrigger<Order> = { kind: 'manual', parse: () => ({ id: '1' }) };
const nightly: ScheduleTrigger = {
  kind: 'schedule',
  cron: '0 3 * * *',
  timeZone: 'UTC',
  overlap: 'skip',
  missed: 'latest',
};

test('trigger and function of a workflow must agree', () => {
  workflow({ trigger: orders, run: async (_: StepContext<Clients>, order: Order) => order.id });
  workflow({ trigger: nightly, run: async (_: StepContext<Clients>, tick: Tick) => tick.scheduledAt });
  // @ts-expect-error the trigger yields an order, the function takes a number
  workflow({ trigger: orders, run: async (_: StepContext<Clients>, order: number) => order });
  // @ts-expect-error a schedule yields a tick, the function takes an order
  workflow({ trigger: nightly, run: async (_: StepContext<Clients>, order: Order) => order });
});

test('every workflow of an integration takes the clients that it makes', () => {
  const base = { name: 'test', version: '1', systems: [], settings: [], clients: (): Clients => ({ crm: 'crm' }) };
  const good = workflow({
    trigger: orders,
    run: async (ctx: StepContext<Clients>) => ctx.run('a', ({ http }) => http.crm),
  });
  const made = defineIntegration({ ...base, workflows: { good } });
  expectTypeOf(made).toEqualTypeOf<IntegrationDefinition<Clients>>();
  expect(made.workflows['good']).toBe(good);
  const bad = workflow({
    trigger: orders,
    run: async (ctx: StepContext<{ readonly shop: number }>) => ctx.run('a', ({ http }) => http.shop),
  });
  // @ts-expect-error there is no client for the shop
  defineIntegration({ ...base, workflows: { bad } });
});
