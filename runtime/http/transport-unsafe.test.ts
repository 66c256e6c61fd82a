import { describe, expect, it } from 'vitest';
import { startLoopback, json, type Loopback } from './testing/loopback.ts';
import { failure, send, serve } from './testing/sending.ts';
import type { ApiRequest } from './transport.ts';
import type { UnsafeRequest } from './unsafe-send.ts';

/** Sends a POST, unless told otherwise, and notes what the step is asked and told. */
async function account(server: Loopback, request: Partial<ApiRequest<unknown>> = {}, signal?: AbortSignal) {
  const told: (UnsafeRequest | 'undone' | Error)[] = [];
  const received: number[] = [];
  const beforeUnsafeSend = async (unsafe: UnsafeRequest) => {
    told.push(unsafe);
    received.push(server.received.length);
    return { undone: () => void told.push('undone') };
  };
  await send(
    server,
    { method: 'POST', ...request },
    { beforeUnsafeSend, ...(signal !== undefined && { signal }) },
  ).catch((error: Error) => told.push(error));
  return { told, received };
}

const unsafe = { system: 'shop', operation: 'listOrders', method: 'POST', path: '/orders' };
const answering = (status: number): Promise<Loopback> => serve((_, response) => json(response, status, {}));

describe('a request that must not be sent twice', () => {
  it('is told of before it is sent, without query, and stays done where it is answered', async () => {
    expect(await account(await answering(201), { query: { email: 'ann@example.com' } })).toEqual({
      told: [unsafe],
      received: [0],
    });
    expect((await account(await answering(200), { method: 'PATCH' })).told).toEqual([{ ...unsafe, method: 'PATCH' }]);
  });

  it('is none that is idempotent, carries a key that the API honours, or is safe by the spec', async () => {
    const server = await answering(200);
    for (const request of [
      { method: 'GET' },
      { method: 'PUT' },
      { method: 'DELETE' },
      { retrySafe: true },
      { idempotencyHeader: 'Idempotency-Key' },
    ] as const) {
      expect((await account(server, request)).told).toEqual([]);
    }
    expect(server.received).toHaveLength(5);
  });

  it.each([400, 409, 429, 500])('did nothing where the answer is %i', async (status) => {
    expect((await account(await answering(status))).told).toEqual([unsafe, 'undone', expect.any(Error)]);
  });

  it('did nothing where no connection was made, or it was given up before', async () => {
    const server = await startLoopback(() => {});
    await server.stop();
    expect((await account(server)).told).toEqual([unsafe, 'undone', expect.objectContaining({ code: 'network' })]);
    const abort = new AbortController();
    const open = await answering(201);
    const beforeUnsafeSend = async () => {
      abort.abort();
      return { undone: () => undone.push(1) };
    };
    const undone: number[] = [];
    expect(await failure(send(open, { method: 'POST' }, { beforeUnsafeSend, signal: abort.signal }))).toMatchObject({
      code: 'interrupted',
    });
    expect([undone, open.received]).toEqual([[1], []]);
  });

  it('may have done something where the connection is cut, the process stops, or the answer cannot be read', async () => {
    const cut = await serve((_, response) => response.socket?.resetAndDestroy());
    expect((await account(cut)).told).toEqual([unsafe, expect.objectContaining({ code: 'network' })]);
    const abort = new AbortController();
    const stopping = await serve(() => abort.abort());
    expect((await account(stopping, {}, abort.signal)).told).toEqual([
      unsafe,
      expect.objectContaining({ code: 'interrupted' }),
    ]);
    const strange = await serve((_, response) => response.writeHead(201).end('{'));
    expect((await account(strange)).told).toEqual([unsafe, expect.objectContaining({ code: 'invalid_response' })]);
  });

  it('is not sent where the step cannot keep account of it', async () => {
    const server = await answering(201);
    const full = new Error('the disk is full');
    await expect(send(server, { method: 'POST' }, { beforeUnsafeSend: () => Promise.reject(full) })).rejects.toBe(full);
    expect(server.received).toEqual([]);
  });
});
