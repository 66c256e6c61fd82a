import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DevListener } from './dev-event.ts';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const STARTED = 'http.server.request.start';
const FINISHED = 'http.server.response.finish';

/**
 * Tells of every request that this process is sent on a port, and of its answer; returns what ends that. Node itself
 * reports them, so the integration need not know, and a request that it refuses before any run is seen, too.
 */
export function watchRequests(port: number, tell: DevListener): () => void {
  const begun = new WeakMap<IncomingMessage, number>();
  const started = (message: unknown): void => {
    if (!isExchange(message) || message.request.socket.localPort !== port) return;
    const { request } = message;
    const at = Date.now();
    begun.set(request, at);
    tell({ type: 'request', at, method: request.method ?? '', path: request.url ?? '' });
  };
  const finished = (message: unknown): void => {
    if (!isExchange(message)) return;
    const { request, response } = message;
    const since = begun.get(request);
    if (since === undefined) return;
    const at = Date.now();
    tell({
      type: 'answer',
      at,
      method: request.method ?? '',
      path: request.url ?? '',
      status: response.statusCode,
      durationMs: at - since,
    });
  };
  channel(STARTED).subscribe(started);
  channel(FINISHED).subscribe(finished);
  return () => {
    channel(STARTED).unsubscribe(started);
    channel(FINISHED).unsubscribe(finished);
  };
}

function isExchange(message: unknown): message is Exchange {
  return typeof message === 'object' && message !== null && 'request' in message && 'response' in message;
}
