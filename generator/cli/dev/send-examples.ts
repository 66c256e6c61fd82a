import type { IntegrationDefinition } from '@flowright/runtime';
import { exampleDelivery, type Delivery } from './delivery.ts';
import type { Example } from './read-example.ts';
import type { Session } from './start-session.ts';
import type { DevListener } from './dev-event.ts';

type Trigger = IntegrationDefinition<unknown>['workflows'][string]['trigger'];

/** Starts every workflow once: a delivery to each webhook, one firing of each schedule, one start of what is started by hand. */
export async function sendExamples(
  integration: IntegrationDefinition<unknown>,
  examples: ReadonlyMap<string, Example>,
  session: Session,
  tell: DevListener,
): Promise<void> {
  for (const [id, { trigger }] of Object.entries(integration.workflows)) {
    try {
      await startOne(id, trigger, examples.get(id), session);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      tell({ type: 'log', at: Date.now(), level: 'error', message: `${id} could not be started`, reason });
    }
  }
}

async function startOne(
  id: string,
  trigger: Trigger,
  example: Example | undefined,
  { running, mocks }: Session,
): Promise<void> {
  switch (trigger.kind) {
    case 'webhook':
      return await deliver(exampleDelivery(trigger, running.url, example, mocks.settings, Date.now()));
    case 'schedule':
      await running.engine.fire(id);
      return;
    case 'manual':
      await running.engine.start(id, example?.body);
  }
}

async function deliver({ method, url, headers, body, idHeader }: Delivery): Promise<void> {
  const id = idHeader === undefined || idHeader in headers ? {} : { [idHeader]: `try-${String(Date.now())}` };
  const response = await fetch(url, { method, headers: { ...headers, ...id }, body });
  // What was answered is shown as the integration tells it; the body has to be read for the connection to be free.
  await response.arrayBuffer();
}
