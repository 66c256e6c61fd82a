import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server that notes every call of `/<event>/<step>`. */
export interface CallCounter {
  readonly url: string;
  readonly calls: { readonly call: string; readonly key: string }[];
  /** Called with every call before it is answered; the answer waits for it. */
  onCall: (call: string) => Promise<void> | void;
}

export async function callCounter(): Promise<CallCounter> {
  const counter: CallCounter & { url: string } = { url: '', calls: [], onCall: () => undefined };
  const server = createServer((request, response) => {
    const call = (request.url ?? '').slice(1);
    counter.calls.push({ call, key: String(request.headers['idempotency-key']) });
    void Promise.resolve(counter.onCall(call)).then(() => response.end(`answer to ${call}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  counter.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return counter;
}
