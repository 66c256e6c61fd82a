import type { Dispatcher } from 'undici';
import { ExchangeError, toExchangeError } from './exchange-error.ts';

/** One request as it goes on the wire. */
export interface WireRequest {
  readonly origin: string;
  /** Path and query. */
  readonly path: string;
  readonly method: Dispatcher.HttpMethod;
  /** Name, value, name, value. */
  readonly headers: string[];
  readonly body: string | Buffer | undefined;
}

/** One response as it came from the wire, its body still encoded. Header names in lower case. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface ExchangeLimits {
  /** For the whole exchange: connection, headers and body. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** Sends one request and reads its response whole; fails with an `ExchangeError` and nothing else. */
export function exchange(
  dispatcher: Pick<Dispatcher, 'dispatch'>,
  request: WireRequest,
  limits: ExchangeLimits,
): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    if (limits.signal.aborted) {
      reject(new ExchangeError('aborted', false, 'aborted'));
      return;
    }
    const handler = new Exchange(limits, resolve, reject);
    dispatcher.dispatch({ ...request, body: request.body ?? null }, handler);
  });
}

/**
 * The handler of one exchange. It stands on `dispatch` rather than on `request`, since only there is it known whether a
 * byte was sent (`onRequestStart` comes before the first), and since one plain timer bounds all of it: undici's own
 * timeouts start anew with every chunk and tick in half seconds.
 */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #limits: ExchangeLimits;
  readonly #resolve: (response: WireResponse) => void;
  readonly #reject: (error: ExchangeError) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #onAbort = (): void => this.#fail(new ExchangeError('aborted', this.#sent, 'aborted'));
  #controller: Dispatcher.DispatchController | undefined;
  #sent = false;
  #failed: ExchangeError | undefined;
  #status = 0;
  #headers: Readonly<Record<string, string>> = {};
  #chunks: Buffer[] = [];
  #size = 0;

  constructor(
    limits: ExchangeLimits,
    resolve: (response: WireResponse) => void,
    reject: (error: ExchangeError) => void,
  ) {
    this.#limits = limits;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(() => this.#fail(new ExchangeError('timeout', this.#sent, 'timeout')), limits.timeoutMs);
    limits.signal.addEventListener('abort', this.#onAbort);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while it was waiting for a connection: nothing is written then.
    if (this.#failed !== undefined) {
      controller.abort(this.#failed);
      return;
    }
    this.#controller = controller;
    this.#sent = true;
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return; // 1xx only announces
    this.#status = status;
    this.#headers = flatten(headers);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#limits.maxBytes) this.#fail(new ExchangeError('too_large', true, 'too_large'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#release();
    const [only] = this.#chunks;
    const body = this.#chunks.length === 1 && only !== undefined ? only : Buffer.concat(this.#chunks, this.#size);
    this.#resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_: unknown, error: unknown): void {
    if (this.#failed === undefined) this.#fail(toExchangeError(error, this.#sent));
  }

  #fail(error: ExchangeError): void {
    this.#failed = error;
    this.#release();
    this.#chunks = [];
    this.#controller?.abort(error);
    this.#reject(error);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#limits.signal.removeEventListener('abort', this.#onAbort);
  }
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}
