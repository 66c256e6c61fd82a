import { createServer } from 'node:http';
import { payload } from './payload.ts';

/** The system that is called: it answers at once. Resolves with its URL. */
export async function startUpstream(): Promise<string> {
  const body = JSON.stringify(payload);
  const server = createServer((incoming, response) => {
    incoming.resume();
    response.setHeader('content-type', 'application/json').end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}
