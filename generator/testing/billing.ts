import {
  startIntegration,
  systemClock,
  type RunningIntegration,
  type StartIntegrationOptions,
} from '@flowright/runtime';
import { startMocks, type MockServer } from '@flowright/runtime/mock';
import { onTestFinished } from 'vitest';
import { mocks } from '../../out/stripe-warehouse/src/mocks.ts';
import { integration } from '../../out/stripe-warehouse/src/triggers.ts';

/** Stripe with the 250 invoices of `fixtures/stripe/invoices.json`, and an empty warehouse, as mocks until the test ends. */
export async function startSystems(): Promise<MockServer> {
  const systems = await startMocks(mocks);
  onTestFinished(() => systems.close());
  return systems;
}

export interface Billing extends RunningIntegration {
  /** Fires the schedule at this time (ISO 8601), and lets the run end; answers how it ended. */
  fireAt(time: string): Promise<string | undefined>;
}

/** Starts the integration in this process, until the test ends. It fires only when it is told to. */
export async function startBilling(
  systems: MockServer,
  options: Partial<StartIntegrationOptions> = {},
): Promise<Billing> {
  let now = Date.parse('2026-03-01T00:00:00Z');
  const running = await startIntegration(integration, {
    environment: systems.settings,
    random: () => 0,
    schedules: false,
    clock: { ...systemClock, now: () => now },
    ...options,
  });
  onTestFinished(() => running.close(100));
  return {
    ...running,
    async fireAt(time) {
      now = Date.parse(time);
      const { runId } = await running.engine.fire('syncInvoices');
      await running.engine.idle();
      return running.engine.show(runId)?.status;
    },
  };
}

/** The calls so far: what was asked of Stripe, and which rows were written. Forgets nothing. */
export function callsOf(systems: MockServer): readonly string[] {
  return systems.requests.map(({ endpoint, query, body }) =>
    endpoint === 'listInvoices'
      ? `list after ${String(query['starting_after'] ?? 'nothing')}`
      : `write ${String(rowsIn(body).length)}`,
  );
}

export interface Row {
  readonly invoice_id: string;
}

/** The rows in a request of the warehouse. */
export function rowsIn(body: unknown): readonly Row[] {
  const { rows }: { readonly rows?: readonly Row[] } = Object(body);
  return rows ?? [];
}

/** The invoices whose rows the warehouse holds, in the order in which they came. */
export function idsIn(systems: MockServer): readonly unknown[] {
  return rowsIn({ rows: systems.collection('rows') }).map((row) => row.invoice_id);
}

/** An invoice as Stripe lists it, created at an epoch second. */
export function invoice(id: string, created: number): Readonly<Record<string, unknown>> {
  const [like] = mocks.seeds['invoices'] ?? [];
  return { ...Object(like), id, created };
}
