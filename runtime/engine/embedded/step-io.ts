import type { StepIO } from '../../context/context.ts';
import type { RunRecord } from '../run.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import type { Host, StepIdentity } from './host.ts';

/** What a step is given. Made for every try of every step, so the clients and the key come into being when they are read. */
export class LazyStepIO<Clients> implements StepIO<Clients>, StepIdentity {
  readonly #host: Host<Clients>;
  readonly #run: RunRecord;
  readonly #step: string;
  #http: { readonly clients: Clients } | undefined;
  #key: string | undefined;

  constructor(host: Host<Clients>, run: RunRecord, step: string) {
    this.#host = host;
    this.#run = run;
    this.#step = step;
  }

  get http(): Clients {
    this.#http ??= { clients: this.#host.integration.clients(this.#host.transport.forStep(this)) };
    return this.#http.clients;
  }

  get idempotencyKey(): string {
    this.#key ??= idempotencyKey(this.#run.tenant, this.#run.eventId, this.#run.workflow, this.#step);
    return this.#key;
  }

  get signal(): AbortSignal {
    return this.#host.signal;
  }

  get tenant(): string {
    return this.#run.tenant;
  }
}
