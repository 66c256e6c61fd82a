import { FatalError } from '../context/errors.ts';
import type { Logger } from '../context/logger.ts';
import type { Engine } from '../engine/engine.ts';
import { OverloadedError } from '../engine/engine.ts';
import type { Settings } from '../settings/settings.ts';
import { accepted, answered, problem, refused, replied } from './answer.ts';
import { readBody } from './read-body.ts';
import type { Delivery, WebhookTrigger } from './trigger.ts';
import { verifyDelivery } from './verify-delivery.ts';

/** What webhooks need of the process that they run in. */
export interface Intake {
  readonly engine: Pick<Engine, 'accept' | 'outcome'>;
  readonly settings: Settings;
  readonly log: Logger;
  readonly now: () => number;
  /** Bytes of a body beyond which it is refused. */
  readonly bodyLimit: number;
}

/**
 * Takes one delivery: raw bytes, proof of the sender, JSON, model, filter, and only then an event that is on disk before
 * any 2xx. Whatever fails before that ran nothing.
 */
export async function receiveDelivery(
  intake: Intake,
  workflow: string,
  trigger: WebhookTrigger<unknown>,
  request: Request,
): Promise<Response> {
  const headers = Object.fromEntries(request.headers);
  const bytes = await readBody(request, intake.bodyLimit);
  if (bytes === undefined)
    return problem(413, 'payload_too_large', `the body is larger than ${intake.bodyLimit} bytes`, {
      connection: 'close',
    });
  if (!verifyDelivery(trigger.auth, { headers, bytes }, intake.settings, intake.now())) {
    intake.log.warn({ workflow, path: trigger.path }, 'a delivery was refused: it does not prove its sender');
    return problem(401, 'unauthorized', 'the request does not prove its sender');
  }
  const url = new URL(request.url);
  const delivery = { headers, query: queryOf(url), path: url.pathname };
  if (trigger.accepts?.(delivery) === false) return ignored(trigger);
  const body = trigger.method === 'GET' ? { value: delivery.query } : parseBody(bytes);
  if (body === undefined) return problem(400, 'invalid_json', 'the body is not JSON in UTF-8');
  try {
    return await take(intake, workflow, trigger, delivery, body.value);
  } catch (error) {
    if (error instanceof OverloadedError) {
      return problem(503, 'overloaded', 'too many events are being worked on', {
        'retry-after': String(Math.ceil(error.retryAfterMs / 1000)),
      });
    }
    if (error instanceof FatalError && error.code !== 'internal') return refused(error);
    intake.log.error(
      { workflow, reason: error instanceof Error ? error.stack : String(error) },
      'a delivery could not be taken',
    );
    return problem(500, 'internal', 'the delivery could not be taken');
  }
}

async function take(
  intake: Intake,
  workflow: string,
  trigger: WebhookTrigger<unknown>,
  delivery: Delivery,
  body: unknown,
): Promise<Response> {
  const input = trigger.parse(body);
  if (trigger.filter?.(input, delivery) === false) return ignored(trigger);
  const eventId = trigger.dedupe?.id(delivery, input);
  const { runId } = await intake.engine.accept({
    workflow,
    input,
    key: trigger.key?.(input, delivery) ?? '',
    ...(trigger.dedupe === undefined || eventId === undefined ? {} : { eventId, keepMs: trigger.dedupe.keepMs }),
  });
  return trigger.answer === 'accepted'
    ? accepted(runId)
    : answered(runId, await intake.engine.outcome(runId, trigger.waitMs));
}

function ignored(trigger: WebhookTrigger<unknown>): Response {
  return replied(trigger.ignored ?? { status: 200, body: { ignored: true } });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseBody(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(utf8.decode(bytes)) };
  } catch {
    return undefined;
  }
}

/** Of a parameter that came several times the first counts. */
function queryOf(url: URL): Readonly<Record<string, string>> {
  const query = new Map<string, string>();
  for (const [name, value] of url.searchParams) if (!query.has(name)) query.set(name, value);
  return Object.fromEntries(query);
}
