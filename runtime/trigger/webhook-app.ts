import { Hono } from 'hono';
import type { Engine } from '../engine/engine.ts';
import type { AnyWorkflow } from '../integration.ts';
import { problem } from './answer.ts';
import { receiveDelivery } from './receive-delivery.ts';
import type { Intake } from './receive-delivery.ts';

/** A body may have this many bytes where nothing else is said: 1 MiB. */
export const DEFAULT_BODY_LIMIT = 1_048_576;

/** The HTTP face of an integration: its webhooks, and whether it lives (`/healthz`) and takes events (`/readyz`). */
export function webhookApp<Clients>(
  workflows: Readonly<Record<string, AnyWorkflow<Clients>>>,
  intake: Intake & { readonly engine: Pick<Engine, 'ready'> },
): Hono {
  const app = new Hono();
  const methods = new Map<string, string[]>([
    ['/healthz', ['GET']],
    ['/readyz', ['GET']],
  ]);
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', (c) =>
    intake.engine.ready() ? c.json({ status: 'ready' }) : c.json({ status: 'not_ready' }, 503),
  );
  for (const [workflow, { trigger }] of Object.entries(workflows)) {
    if (trigger.kind !== 'webhook') continue;
    const taken = methods.get(trigger.path) ?? [];
    if (taken.includes(trigger.method))
      throw new Error(
        `the workflow '${workflow}' listens on ${trigger.method} ${trigger.path}, which is taken already`,
      );
    methods.set(trigger.path, [...taken, trigger.method]);
    app.on(trigger.method, trigger.path, (c) => receiveDelivery(intake, workflow, trigger, c.req.raw));
  }
  for (const [path, allowed] of methods) {
    app.all(path, () =>
      problem(405, 'method_not_allowed', `${path} takes ${allowed.join(', ')}`, { allow: allowed.join(', ') }),
    );
  }
  app.notFound(() => problem(404, 'not_found', 'there is nothing here'));
  app.onError((error) => {
    intake.log.error({ reason: error.stack }, 'a request could not be answered');
    return problem(500, 'internal', 'the request could not be answered');
  });
  return app;
}
