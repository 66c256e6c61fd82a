import type { StepIO } from '../../context/context.ts';
import type { RunRecord } from '../run.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import type { UnsafeRequest, UnsafeSend } from '../../http/unsafe-send.ts';
import type { Host, StepIdentity } from './host.ts';
import type { RequestLimit } from './request-limit.ts';
import type { RunJournal } from './run-journal.ts';
import { UnsafeSends } from './unsafe-sends.ts';

/** What a step is given. Made for every try of every step, so the clients and the key come into being when they are read. */
export class LazyStepIO<Clients> implements StepIO<Clients>, StepIdentity {
  readonly #host: Host<Clients>;
  readonly #run: RunRecord;
  readonly #step: string;
  readonly #attempt: number;
  readonly #journal: RunJournal<Clients>;
  readonly #requests: RequestLimit;
  #http: { readonly clients: Clients } | undefined;
  #key: string | undefined;
  #sends: UnsafeSends<Clients> | undefined;
  #ended = false;

  constructor(
    host: Host<Clients>,
    run: RunRecord,
    journal: RunJournal<Clients>,
    requests: RequestLimit,
    step: string,
    attempt: number,
  ) {
    this.#host = host;
    this.#run = run;
    this.#journal = journal;
    this.#requests = requests;
    this.#step = step;
    this.#attempt = attempt;
  }

  get http(): Clients {
    this.#http ??= {
      clients: this.#host.integration.clients(this.#requests.limited(this.#host.transport.forStep(this))),
    };
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

  async beforeUnsafeSend(request: UnsafeRequest): Promise<UnsafeSend> {
    // Sent by a step that did not wait for it: no journal row stands for it any more, so no restart repeats it.
    if (this.#ended) return { undone: () => undefined };
    this.#sends ??= new UnsafeSends(this.#journal, this.#host.redactor, this.#step, this.#attempt);
    return this.#sends.begin(request);
  }

  /** The step is over. */
  end(): void {
    this.#ended = true;
    this.#sends?.end();
  }

  /** The error that the try ends with, where its step threw `error`. */
  errorOf(error: unknown): unknown {
    return this.#sends === undefined ? error : this.#sends.errorOf(error);
  }
}
