import { FatalError, RetryLaterError } from '../../context/errors.ts';
import type { UnsafeRequest, UnsafeSend } from '../../http/unsafe-send.ts';
import type { Redactor } from '../../settings/redactor.ts';
import { failureFrom } from '../failure.ts';
import type { RunJournal } from './run-journal.ts';

/**
 * The requests of one try of a step that must not be sent twice. Before each leaves, the step's journal row is marked
 * with the failure that is told where the process ends before the step does; the step's outcome takes the mark's place.
 */
export class UnsafeSends<Clients> {
  readonly #journal: RunJournal<Clients>;
  readonly #redactor: Redactor;
  readonly #step: string;
  readonly #attempt: number;
  /** Those that did something, or may have. */
  readonly #open = new Set<UnsafeRequest>();
  #ended = false;

  constructor(journal: RunJournal<Clients>, redactor: Redactor, step: string, attempt: number) {
    this.#journal = journal;
    this.#redactor = redactor;
    this.#step = step;
    this.#attempt = attempt;
  }

  /** Resolves once the mark is on disk. A `Suspension` where the store does not take it: nothing may be sent then. */
  async begin(request: UnsafeRequest): Promise<UnsafeSend> {
    this.#open.add(request);
    await this.#mark();
    return {
      undone: () => {
        this.#open.delete(request);
        // Nobody waits for it: it is on disk with the step's outcome at the latest.
        this.#mark().catch(() => undefined);
      },
    };
  }

  /** The step is over: its row holds the outcome, and nothing is marked any more. */
  end(): void {
    this.#ended = true;
  }

  /** The error that the try ends with. It is final where another try would repeat what this one has sent. */
  errorOf(error: unknown): unknown {
    if (!(error instanceof RetryLaterError) || this.#open.size === 0) return error;
    const message = `${error.message}; the step is not tried again, since that would send ${this.#names()} twice`;
    return new FatalError(error.code, message, error.details, { cause: error });
  }

  async #mark(): Promise<void> {
    if (this.#ended) return;
    const row = { name: this.#step, kind: 'step' } as const;
    if (this.#open.size > 0) {
      await this.#journal.write(
        {
          ...row,
          status: 'sending',
          attempts: this.#attempt,
          error: failureFrom(this.#doubt(), this.#redactor, this.#step),
        },
        nothing,
      );
    } else if (this.#attempt > 1) {
      await this.#journal.write({ ...row, status: 'retrying', attempts: this.#attempt - 1 }, nothing);
    } else {
      await this.#journal.forget(this.#step);
    }
  }

  #doubt(): FatalError {
    const systems = listed([...new Set([...this.#open].map(({ system }) => system))]);
    const message = `it is not known whether ${this.#names()} got through: the process ended, or its disk failed, before the answer was kept. It is not sent again, since that could do it twice: look in ${systems}, undo there what was done, then retry the run`;
    const last = [...this.#open].at(-1);
    return new FatalError('outcome_unknown', message, { ...last });
  }

  #names(): string {
    return listed(
      [...this.#open].map(({ system, operation, method, path }) => `${system}.${operation} (${method} ${path})`),
    );
  }
}

function listed(names: readonly string[]): string {
  return names.join(' and ');
}

function nothing(): void {
  return undefined;
}
