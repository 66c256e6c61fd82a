import { FatalError } from '../../context/errors.ts';
import type { Transport } from '../../http/transport.ts';

/** Requests of one run where the integration says nothing. */
export const DEFAULT_REQUESTS = 10_000;

/**
 * Counts the requests of one run, retries included, and refuses the one too many: a loop that never ends must not go on
 * for ever. A run that goes on after a restart counts what its journal says was tried.
 */
export class RequestLimit {
  readonly #most: number;
  #sent = 0;
  #exceeded: FatalError | undefined;

  constructor(most: number = DEFAULT_REQUESTS) {
    this.#most = most;
  }

  /** Why the run has to fail, also where a loop has left out the item that met the limit. */
  get exceeded(): FatalError | undefined {
    return this.#exceeded;
  }

  /** A step of the journal that is not run again. */
  replayed(attempts: number, failure: FatalError | undefined): void {
    this.#sent += attempts;
    if (failure?.code === 'request_limit') this.#exceeded = failure;
  }

  /** The transport as steps get it. */
  limited(transport: Transport): Transport {
    return {
      send: async (system, request) => {
        if (this.#sent >= this.#most) {
          this.#exceeded = new FatalError(
            'request_limit',
            `the run has sent ${this.#most} requests, and one run may send no more; limits.requests of the spec says how many`,
            { requests: this.#most },
          );
          throw this.#exceeded;
        }
        this.#sent += 1;
        return transport.send(system, request);
      },
    };
  }
}
