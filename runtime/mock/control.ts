import { Hono } from 'hono';
import type { MockServer } from './server.ts';
import { isRecord } from './json-path.ts';
import { problem } from './problem.ts';
import { readFault } from './read-fault.ts';
import { toResponse } from './to-response.ts';

/** What the control API needs of the server that it controls. */
export interface Controls extends Pick<MockServer, 'urls' | 'collection' | 'fault' | 'clearFaults' | 'reset'> {
  requests(): MockServer['requests'];
}

/** The server's control API, for whoever runs in another process. */
export function controlApi(server: Controls): Hono {
  const app = new Hono();
  app.get('/', (c) => c.json({ urls: server.urls }));
  app.get('/requests', (c) => c.json(server.requests()));
  app.get('/collections/:name', (c) => {
    try {
      return c.json([...server.collection(c.req.param('name'))]);
    } catch (error) {
      return refuse(404, error);
    }
  });
  app.post('/faults', async (c) => {
    try {
      server.fault(readFault(await c.req.json<unknown>()));
      return c.body(null, 204);
    } catch (error) {
      return refuse(400, error);
    }
  });
  app.delete('/faults', (c) => {
    server.clearFaults();
    return c.body(null, 204);
  });
  app.post('/reset', (c) => {
    server.reset();
    return c.body(null, 204);
  });
  app.all('*', (c) => refuse(404, `the control API of the mocks has no ${c.req.method} ${c.req.path}`));
  return app;
}

function refuse(status: number, reason: unknown): Response {
  const message = isRecord(reason) && typeof reason['message'] === 'string' ? reason['message'] : String(reason);
  return toResponse(problem(status, status === 404 ? 'not_found' : 'invalid_fault', message), false);
}
