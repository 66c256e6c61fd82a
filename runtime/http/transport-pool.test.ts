import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../settings/settings.ts';
import { createTransport } from './create-transport.ts';
import { json, orders, shopAt, silent } from './testing/loopback.ts';
import { failure, serve } from './testing/sending.ts';

describe('the pool', () => {
  it('keeps its connections and closes once what is under way has ended', async () => {
    const sockets = new Set<unknown>();
    const server = await serve((_, response) => {
      sockets.add(response.socket);
      setImmediate(() => json(response, 200, { ok: true }));
    });
    const pool = createTransport({ settings: settingsFrom({}), log: silent });
    const transport = pool.forStep({ idempotencyKey: 'k', signal: new AbortController().signal, tenant: 't' });
    for (let i = 0; i < 5; i += 1) await transport.send(shopAt(server.url), orders());
    // undici rests a socket for one turn of the event loop: two take turns.
    expect(sockets.size).toBeLessThanOrEqual(2);
    const last = transport.send(shopAt(server.url), orders());
    await pool.close();
    expect((await last).body).toEqual({ ok: true });
    expect(await failure(transport.send(shopAt(server.url), orders()))).toMatchObject({ code: 'internal' });
  });

  it('limits each system and tenant on its own, and refuses who still waits when it closes', async () => {
    const server = await serve((_, response) => json(response, 200, {}));
    const pool = createTransport({ settings: settingsFrom({}), log: silent });
    const { signal } = new AbortController();
    const system = shopAt(server.url, { rateLimit: { requests: 2, perMs: 3_600_000 } });
    const tenant = (name: string) => pool.forStep({ idempotencyKey: 'k', signal, tenant: name });
    await Promise.all([1, 2].flatMap(() => [tenant('a').send(system, orders()), tenant('b').send(system, orders())]));
    const waiting = failure(tenant('a').send(system, orders()));
    await pool.close();
    expect(await waiting).toMatchObject({ name: 'RetryLaterError', code: 'interrupted' });
    expect(server.received).toHaveLength(4);
  });
});
