import { FatalError } from '../../context/errors.ts';
import type { Json } from '../../context/json.ts';
import { readPath } from '../../http/read-path.ts';
import { CYCLE_STATE, hasCheckpoint } from '../checkpoint.ts';
import { encode } from '../encode.ts';
import type { SavedCounts } from '../records.ts';
import type { RunRecord } from '../run.ts';
import type { Host } from './host.ts';
import type { RecordWriter } from './record-store.ts';
import type { RunJournal } from './run-journal.ts';

type Kind = 'save' | 'remove' | 'prune';
type Work = <T>(work: () => Promise<T>) => Promise<T>;

/** What one run does to the record store: each step is journalled together with what it writes. */
export class RunRecords<Clients> {
  readonly #host: Host<Clients>;
  readonly #run: RunRecord;
  readonly #journal: RunJournal<Clients>;
  readonly #work: Work;
  /** The refresh that the run belongs to, once it is known. */
  #cycle: number | undefined;

  constructor(host: Host<Clients>, run: RunRecord, journal: RunJournal<Clients>, work: Work) {
    this.#host = host;
    this.#run = run;
    this.#journal = journal;
    this.#work = work;
  }

  async save(name: string, model: string, records: readonly unknown[]): Promise<SavedCounts> {
    const path = this.#idPath(model);
    const what = `a record of ${model} that the step '${name}' saves`;
    const writes = records.map((record) => {
      const value = encode(record, what, this.#host.redactor)?.value ?? null;
      return { id: idText(readPath(value, path), model, path), value };
    });
    const done = await this.#perform(name, 'save', (writer) => ({
      ...this.#host.store.records.save(writer, model, writes),
      cycle: writer.cycle,
    }));
    const { added, updated, unchanged, fresh } = countsOf(done);
    if (fresh && writes.length > 0 && this.#host.watched())
      this.#host.emit({
        type: 'records.saved',
        ...this.#about(name, model),
        records: writes.map(({ value }) => value),
        added,
        updated,
        unchanged,
      });
    return { added, updated, unchanged };
  }

  async remove(name: string, model: string, ids: readonly (string | number)[]): Promise<{ readonly removed: number }> {
    const path = this.#idPath(model);
    const texts = ids.map((id) => idText(id, model, path));
    const done = await this.#perform(name, 'remove', (writer) => ({
      removed: this.#host.store.records.remove(writer, model, texts),
      cycle: writer.cycle,
    }));
    if (done.fresh && ids.length > 0 && this.#host.watched())
      this.#host.emit({ type: 'records.removed', ...this.#about(name, model), ids });
    return { removed: numberIn(done.result, 'removed') };
  }

  async prune(name: string, model: string): Promise<{ readonly pruned: number }> {
    this.#idPath(model);
    let ids: readonly string[] = [];
    const done = await this.#perform(name, 'prune', (writer) => {
      ids = this.#host.store.records.prune(writer, model);
      return { pruned: ids.length, cycle: writer.cycle };
    });
    if (done.fresh && this.#host.watched())
      this.#host.emit({ type: 'records.pruned', ...this.#about(name, model), ids });
    return { pruned: numberIn(done.result, 'pruned') };
  }

  async #perform(
    name: string,
    kind: Kind,
    write: (writer: RecordWriter) => { readonly [name: string]: number },
  ): Promise<Done> {
    const past = this.#journal.claim(name, kind);
    if (past?.result !== undefined) {
      this.#cycle ??= numberIn(past.result, 'cycle');
      return { fresh: false, result: past.result };
    }
    const row = { name, kind, status: 'completed', attempts: 1 } as const;
    const result = await this.#work(() =>
      this.#journal.write(
        row,
        () => write(this.#writer()),
        (value) => JSON.stringify(value),
      ),
    );
    this.#cycle ??= numberIn(result, 'cycle');
    return { fresh: true, result };
  }

  /** Called inside a write, so that what it reads and sets of the state goes with it. */
  #writer(): RecordWriter {
    const { tenant, workflow, seq } = this.#run;
    const { state } = this.#host.store;
    let cycle = this.#cycle;
    if (cycle === undefined) {
      const known = hasCheckpoint(state, workflow, tenant) ? state.get(workflow, tenant, CYCLE_STATE) : undefined;
      cycle = typeof known === 'number' ? known : seq;
      state.set(workflow, tenant, CYCLE_STATE, String(cycle));
    }
    return { tenant, workflow, cycle, at: this.#host.clock.now() };
  }

  #idPath(model: string): readonly string[] {
    const { integration } = this.#host;
    const records = integration.records ?? {};
    const found = Object.hasOwn(records, model) ? records[model] : undefined;
    if (found === undefined) throw new FatalError('internal', `${integration.name} keeps no records of '${model}'`);
    return found.id;
  }

  #about(step: string, model: string) {
    const { id: runId, workflow, tenant } = this.#run;
    return { at: this.#host.clock.now(), runId, workflow, tenant, step, model };
  }
}

interface Done {
  /** False where the journal knew it. */
  readonly fresh: boolean;
  readonly result: Json;
}

function countsOf({ fresh, result }: Done): SavedCounts & { readonly fresh: boolean } {
  return {
    fresh,
    added: numberIn(result, 'added'),
    updated: numberIn(result, 'updated'),
    unchanged: numberIn(result, 'unchanged'),
  };
}

function numberIn(value: Json, name: string): number {
  const found = readPath(value, [name]);
  return typeof found === 'number' ? found : 0;
}

/** An id as the store keys by it; the same for 7 and '7'. */
function idText(id: unknown, model: string, path: readonly string[]): string {
  if ((typeof id === 'string' && id !== '') || typeof id === 'number') return String(id);
  throw new FatalError('invalid_response', `a record of ${model} has no id (${path.join('.')})`, { model });
}
