import { describe, expect, it } from 'vitest';
import { startLoopback } from './testing/loopback.ts';
import { failure, send, serve } from './testing/sending.ts';

describe('the network', () => {
  it('refusing a connection is retried whatever the method, since nothing was sent', async () => {
    const server = await startLoopback(() => {});
    await server.stop();
    const error = await failure(send(server, { method: 'POST' }));
    expect(error).toMatchObject({
      name: 'RetryLaterError',
      code: 'network',
      details: { sent: false, reason: 'ECONNREFUSED' },
    });
  });

  it('breaking after the request was sent is retried only where repeating does no harm', async () => {
    const server = await serve((_, response) => response.socket?.resetAndDestroy());
    expect(await failure(send(server, { method: 'POST' }))).toMatchObject({
      name: 'FatalError',
      code: 'network',
      details: { sent: true },
    });
    expect(await failure(send(server))).toMatchObject({ name: 'RetryLaterError', code: 'network' });
  });

  it('breaking in the middle of the body is a network failure, not a short body', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"a":');
      setImmediate(() => response.socket?.destroy());
    });
    expect(await failure(send(server))).toMatchObject({ name: 'RetryLaterError', code: 'network' });
  });

  it('being slow ends at the timeout, before and within the body', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/body') response.writeHead(200).write('{');
    });
    for (const path of ['/headers', '/body']) {
      const error = await failure(send(server, { path }, { system: { timeoutMs: 40 } }));
      expect(error).toMatchObject({ name: 'RetryLaterError', code: 'timeout' });
      expect(error.message).toContain('within 40 ms');
    }
    expect((await failure(send(server, { timeoutMs: 30 }))).message).toContain('within 30 ms');
    expect(await failure(send(server, { method: 'POST' }, { system: { timeoutMs: 40 } }))).toMatchObject({
      name: 'FatalError',
      code: 'timeout',
    });
  });

  it('is given up when the step is aborted, before and during the request', async () => {
    const abort = new AbortController();
    const server = await serve(() => abort.abort());
    expect(await failure(send(server, {}, { signal: abort.signal }))).toMatchObject({
      name: 'RetryLaterError',
      code: 'interrupted',
    });
    expect(await failure(send(server, {}, { signal: abort.signal }))).toMatchObject({
      name: 'RetryLaterError',
      code: 'interrupted',
    });
    expect(server.received).toHaveLength(1);
  });
});
