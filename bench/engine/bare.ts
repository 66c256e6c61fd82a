import { Hono } from 'hono';
import { Agent, request } from 'undici';
import { listen } from '../../runtime/serve/listen.ts';
import { CALLS } from './payload.ts';

/** The least that a person could write: a Hono handler that makes the calls, with no journal, retries or dedupe. */
export async function startBare(target: string): Promise<string> {
  const dispatcher = new Agent({ connections: 256 });
  const app = new Hono();
  app.post('/events', async (context) => {
    const body = JSON.stringify(await context.req.json());
    for (let call = 0; call < CALLS; call += 1) {
      const answer = await request(`${target}/${call}`, {
        method: 'POST',
        dispatcher,
        headers: { 'content-type': 'application/json' },
        body,
      });
      await answer.body.json();
    }
    return context.json({ ok: true });
  });
  return (await listen(app.fetch, 0, '127.0.0.1')).url;
}
