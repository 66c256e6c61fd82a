import type { Auth } from '../http/system.ts';
import type { RecordedRequest } from './fault.ts';
import type { Incoming } from './incoming.ts';
import type { MockRequest } from './mock-request.ts';
import type { Outcome } from './outcome.ts';

export type RequestListener = (request: RecordedRequest) => void;

/** What the mock systems were asked, without credentials, in the order of asking. */
export class RequestLog {
  readonly #mask: (auth: Auth, request: MockRequest) => MockRequest;
  readonly #listeners = new Set<RequestListener>();
  #requests: RecordedRequest[] = [];

  constructor(mask: (auth: Auth, request: MockRequest) => MockRequest) {
    this.#mask = mask;
  }

  /** Records a request that is about to be answered, and tells the listeners. */
  record({ system, request }: Incoming, { endpoint, fault, answer }: Outcome): void {
    const { method, path, query, headers, body } = this.#mask(system?.auth ?? { kind: 'none' }, request);
    const recorded: RecordedRequest = {
      system: system?.id ?? '',
      ...(endpoint !== undefined && { endpoint }),
      method,
      path,
      query,
      headers,
      ...(body !== undefined && { body }),
      status: answer?.status ?? 0,
      ...(fault !== undefined && { fault }),
      at: Date.now(),
    };
    this.#requests.push(recorded);
    for (const listener of this.#listeners) listener(recorded);
  }

  all(): readonly RecordedRequest[] {
    return [...this.#requests];
  }

  clear(): void {
    this.#requests = [];
  }

  /** Calls the listener for every request from now on, until the returned function is called. */
  listen(listener: RequestListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
