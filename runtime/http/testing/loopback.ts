import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '../../context/logger.ts';
import { settingsFrom } from '../../settings/settings.ts';
import { createTransport, type TransportOptions } from '../create-transport.ts';
import type { SendingStep } from '../send-request.ts';
import type { SystemDefinition } from '../system.ts';
import type { ApiRequest, Transport } from '../transport.ts';

/** A request as the loopback server received it. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Answer = (request: Received, response: ServerResponse) => void;

/** A server on a free loopback port that answers as told and remembers what it received. */
export interface Loopback {
  readonly url: string;
  readonly received: Received[];
  readonly stop: () => Promise<void>;
}

export async function startLoopback(answer: Answer): Promise<Loopback> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const got = { method, url, headers, body: Buffer.concat(chunks).toString() };
      received.push(got);
      answer(got, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${portOf(server)}`, received, stop: () => stop(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {} };

/** A system named `shop` at `url`, with a policy that retries what may be retried. */
export function shopAt(url: string, change: Partial<SystemDefinition> = {}): SystemDefinition {
  return {
    id: 'shop',
    baseUrl: url,
    baseUrlSetting: 'SHOP_BASE_URL',
    variables: {},
    auth: { kind: 'none' },
    headers: {},
    timeoutMs: 5000,
    retry: {
      attempts: 4,
      initialMs: 100,
      factor: 2,
      maxMs: 1000,
      on: [429, '5xx', 'network', 'timeout'],
      respect: 'Retry-After',
    },
    ...change,
  };
}

/** A request of the operation `listOrders`. */
export function orders(change: Partial<ApiRequest<unknown>> = {}): ApiRequest<unknown> {
  return {
    operation: 'listOrders',
    method: 'GET',
    path: '/orders',
    retrySafe: false,
    parse: (body) => body,
    ...change,
  };
}

/** A transport for one step with the given settings; `close` ends it. */
export function openTransport(
  environment: Readonly<Record<string, string>> = {},
  {
    signal = new AbortController().signal,
    tenant = 'acme',
    beforeUnsafeSend,
    ...options
  }: Partial<TransportOptions & SendingStep> = {},
): { readonly transport: Transport; readonly close: () => Promise<void> } {
  const pool = createTransport({ settings: settingsFrom(environment), log: silent, ...options });
  const step = { idempotencyKey: 'key-1', signal, tenant, ...(beforeUnsafeSend !== undefined && { beforeUnsafeSend }) };
  return { transport: pool.forStep(step), close: () => pool.close() };
}
