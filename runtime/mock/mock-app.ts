import { setTimeout as delay } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { answerToken, tokenAuth } from './auth/answer-token.ts';
import { controlApi, type Controls } from './control.ts';
import { readIncoming } from './incoming.ts';
import { decide } from './outcome.ts';
import type { MockAnswer } from './mock-request.ts';
import { problem } from './problem.ts';
import type { RequestLog } from './request-log.ts';
import { toResponse } from './to-response.ts';
import type { World } from './world.ts';

/** What the app answers from, and where it tells what it saw. */
export interface MockAppParts {
  readonly world: World;
  readonly log: RequestLog;
  readonly controls: Controls;
  /** The mock's own address, known once it listens. */
  readonly origin: () => string;
  /** Ends the waiting of slow answers. */
  readonly closing: AbortSignal;
}

/** The HTTP face of the mock systems: the control API, and all else to the systems. */
export function mockApp({ world, log, controls, origin, closing }: MockAppParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route('/__mock', controlApi(controls));
  app.all('/__auth/:system', async (c) => toResponse(await tokenFor(world, c.req.param('system'), c.req.raw), false));
  app.all('*', async (c) => {
    const incoming = await readIncoming(
      c.req.raw,
      world.systems,
      origin(),
      world.credentials,
      c.env.incoming.url ?? '/',
    );
    if (incoming === undefined)
      return toResponse(problem(501, 'unknown_method', `mock systems do not know ${c.req.method}`), false);
    // Nothing is awaited between deciding and recording, so the log has the order in which things were done.
    const outcome = decide(world, incoming);
    log.record(incoming, outcome);
    if (outcome.answer === undefined) {
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
    // Made before any waiting: the answer tells what was stored then.
    const response = toResponse(outcome.answer, outcome.truncated === true);
    if (outcome.delayMs !== undefined)
      await delay(outcome.delayMs, undefined, { signal: closing }).catch(() => undefined);
    return response;
  });
  app.onError((error) => toResponse(problem(500, 'mock_failed', error.message), false));
  return app;
}

/** The token endpoint of a system: what it is asked is no call of the integration's, so that nobody lists it. */
async function tokenFor(world: World, id: string, raw: Request): Promise<MockAnswer> {
  const system = world.systems.find((one) => one.id === id);
  const auth = system && tokenAuth(system.auth);
  const incoming = await readIncoming(raw, [], new URL(raw.url).origin, world.credentials, '');
  if (auth === undefined || incoming === undefined)
    return problem(404, 'unknown_system', `no mock system '${id}' gives tokens`);
  const { credentials, tokens } = world;
  return answerToken(auth, { system: id, credentials, tokens, proven: true }, incoming.request);
}
