import { FatalError } from '../../context/errors.ts';
import type { JournalEntry, JournalKind, RunRecord } from '../run.ts';
import type { Host } from './host.ts';
import type { JournalWrite } from './journal-store.ts';
import { Suspension } from './suspended.ts';

/** The journal of one run in memory: what is to be replayed, and which names were used. */
export class RunJournal<Clients> {
  readonly #host: Host<Clients>;
  readonly #run: RunRecord;
  readonly #past: ReadonlyMap<string, JournalEntry>;
  readonly #used = new Set<string>();
  readonly #counts = new Map<string, number>();
  #position: number;
  #unseen: number;
  #closed = false;
  #failed = false;

  constructor(host: Host<Clients>, run: RunRecord, past: readonly JournalEntry[]) {
    this.#host = host;
    this.#run = run;
    this.#past = new Map(past.map((entry) => [entry.name, entry]));
    this.#unseen = past.length;
    this.#position = past.length === 0 ? 0 : host.store.journal.nextPosition(run.seq);
  }

  /** True until every entry of the journal was met again. */
  get replaying(): boolean {
    return this.#unseen > 0;
  }

  /** Claims a step's name and returns what the journal knows of it; throws where the name is taken or meant another thing. */
  claim(name: string, kind: JournalKind): JournalEntry | undefined {
    if (this.#used.has(name)) {
      throw new FatalError(
        'internal',
        `the workflow '${this.#run.workflow}' uses the step name '${name}' twice in one run; a step inside a loop needs the record's key in its name`,
        {
          workflow: this.#run.workflow,
          step: name,
        },
      );
    }
    this.#used.add(name);
    const entry = this.#past.get(name);
    if (entry === undefined) return undefined;
    this.#unseen -= 1;
    if (entry.kind !== kind) {
      throw new FatalError(
        'internal',
        `the journal of the workflow '${this.#run.workflow}' knows '${name}' as a ${entry.kind}, the code calls it a ${kind}: the code does not take the same way on replay`,
        {
          workflow: this.#run.workflow,
          step: name,
        },
      );
    }
    return entry;
  }

  /** A name for what has none of its own: the same one at the same place of every replay. */
  numbered(base: string): string {
    const count = (this.#counts.get(base) ?? 0) + 1;
    this.#counts.set(base, count);
    return count === 1 ? base : `${base}#${count}`;
  }

  /** Writes an entry, together with `also`, from whose outcome `resultOf` may take the entry's result; resolves after the commit. A `Suspension` where the store fails or the run is over. */
  async write<T>(
    entry: Omit<JournalWrite, 'run' | 'position' | 'at'>,
    also: () => T,
    resultOf?: (value: T) => string | undefined,
  ): Promise<T> {
    this.#position += 1;
    const row = { ...entry, run: this.#run.seq, position: this.#position, at: this.#host.clock.now() };
    return this.commit(() => {
      const value = also();
      this.#host.store.journal.put(resultOf === undefined ? row : { ...row, result: resultOf(value) });
      return value;
    });
  }

  /** Takes an entry back; resolves after the commit. */
  forget(name: string): Promise<void> {
    return this.commit(() => this.#host.store.journal.forget(this.#run.seq, name));
  }

  /** A write that belongs to the run; a `Suspension` where the store fails or the run is over. */
  async commit<T>(work: () => T): Promise<T> {
    if (this.#closed) throw new Suspension();
    try {
      return await this.#host.store.commit.write(work);
    } catch (error) {
      this.#closed = true;
      if (!this.#failed) this.#host.storeFailed(this.#run, error);
      this.#failed = true;
      throw new Suspension();
    }
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** The run is over, or goes on elsewhere: nothing of it is written any more. */
  close(): void {
    this.#closed = true;
  }
}
