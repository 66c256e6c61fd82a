import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** A listening HTTP server. */
export interface Listening {
  readonly url: string;
  /** Takes no new connection; resolves when those under way are answered, at most a moment after the callers were let go. */
  stop(): Promise<void>;
}

/** How long answers that are being sent may take once the server stops. */
const LAST_ANSWERS_MS = 2_000;

/** Listens; rejects where the port is taken. Port 0 takes any free one. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  hostname: string,
): Promise<Listening> {
  const answer = getRequestListener((request) => fetch(request), { overrideGlobalObjects: false });
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${bound}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          clearTimeout(last);
          resolve();
        });
        server.closeIdleConnections();
        const last = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
      }),
  };
}
