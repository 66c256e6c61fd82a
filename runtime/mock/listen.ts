import { createServer, type RequestListener } from 'node:http';

/** A server that listens on the loopback interface. */
export interface Listening {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Listens on a port of 127.0.0.1 (0: a free one). Rejects where the port is taken. */
export async function listen(handler: RequestListener, port: number): Promise<Listening> {
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new Error(`mock systems cannot listen on port ${port}: choose another one, or 0 for a free one`, { cause }),
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://127.0.0.1:${bound}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve()); // an error here only says that it is closed already
      });
      server.closeAllConnections(); // or keep-alive connections would hold it open
      await closed;
    },
  };
}
