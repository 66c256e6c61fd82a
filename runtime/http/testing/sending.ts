import { afterEach } from 'vitest';
import { FatalError, RetryLaterError } from '../../context/errors.ts';
import type { SendingStep } from '../send-request.ts';
import type { SystemDefinition } from '../system.ts';
import type { ApiRequest, ApiResponse, Transport } from '../transport.ts';
import { type Answer, type Loopback, openTransport, orders, shopAt, startLoopback } from './loopback.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

/** A loopback server that the end of the test stops. */
export async function serve(answer: Answer): Promise<Loopback> {
  const server = await startLoopback(answer);
  stops.push(server.stop);
  return server;
}

export interface Sending {
  readonly system?: Partial<SystemDefinition>;
  readonly environment?: Record<string, string>;
  readonly now?: () => number;
  readonly signal?: AbortSignal;
  readonly maxResponseBytes?: number;
  readonly beforeUnsafeSend?: NonNullable<SendingStep['beforeUnsafeSend']>;
}

/** Sends the request of `listOrders`, changed as told, to a server as the system `shop`. */
export async function send(
  server: Loopback,
  request: Partial<ApiRequest<unknown>> = {},
  sending: Sending = {},
): Promise<ApiResponse<unknown>> {
  const { system, environment = {}, ...options } = sending;
  const { transport, close } = openTransport(environment, options);
  stops.push(close);
  return transport.send(shopAt(server.url, system), orders(request));
}

/** The error that a call ends with; anything but the two that a transport may throw fails the test. */
export async function failure(sent: Promise<unknown>): Promise<FatalError | RetryLaterError> {
  const error: unknown = await sent.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof FatalError || error instanceof RetryLaterError) return error;
  throw error;
}

/** A transport for one step, closed at the end of the test. */
export function open(environment: Readonly<Record<string, string>> = {}): Transport {
  const { transport, close } = openTransport(environment);
  stops.push(close);
  return transport;
}
