import { createServer, type Server, type ServerResponse } from 'node:http';
import { failWith } from '../diagnostic-error.ts';

/** Waits on the loopback interface for a browser to come back. */
export interface Receiver {
  /** The redirect URI; with the port that was found, where 0 was asked for. */
  readonly redirectUri: string;
  /**
   * Hands what the first request to the redirect URI brings to `take`, and shows its person what came of it. Resolves as
   * `take` does, or rejects as it does.
   */
  receive(take: (answer: URLSearchParams) => Promise<void>): Promise<void>;
  close(): void;
}

/** Listens where a redirect URI of this machine leads. */
export async function openReceiver(redirectUri: URL): Promise<Receiver> {
  const server = createServer();
  const port = Number(redirectUri.port === '' ? '80' : redirectUri.port);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(failWith('FR6010', { port }, error)));
    server.listen(port, redirectUri.hostname.replace(/^\[(.*)\]$/, '$1'), resolve);
  });
  const found = new URL(redirectUri);
  found.port = String(portOf(server, port));
  return {
    redirectUri: found.href,
    receive: (take) =>
      new Promise((resolve, reject) => {
        let taken = false;
        server.on('request', (request, response) => {
          const url = URL.parse(request.url ?? '/', found.href);
          // Browsers ask for other things as well, and may ask twice.
          if (taken || url === null || url.pathname !== found.pathname || url.search === '') {
            show(response, 404, 'Nothing is expected here.');
            return;
          }
          taken = true;
          take(url.searchParams).then(
            () => {
              show(response, 200, 'Connected. You can close this page.');
              resolve();
            },
            (error: unknown) => {
              show(response, 400, 'That did not work. The terminal says why.');
              reject(error);
            },
          );
        });
      }),
    close: () => {
      server.close();
      server.closeIdleConnections();
    },
  };
}

function show(response: ServerResponse, status: number, text: string): void {
  // The address holds the code: nobody whom the page might name gets to see it.
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  };
  response.writeHead(status, headers).end(`${text}\n`);
}

function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : asked;
}
