import type { Reply, RetryPolicy, StepContext, StepIO } from '../../context/context.ts';
import { FatalError, RetryLaterError } from '../../context/errors.ts';
import type { Json } from '../../context/json.ts';
import type { Logger } from '../../context/logger.ts';
import { CHECKPOINT_PREFIX, CYCLE_STATE, hasCheckpoint } from '../checkpoint.ts';
import { encode } from '../encode.ts';
import { errorFrom, failureFrom } from '../failure.ts';
import { idempotencyKey } from '../idempotency-key.ts';
import { mapLimited } from '../map-limited.ts';
import { defaultRetry, retryDelay } from '../retry-delay.ts';
import type { SavedCounts } from '../records.ts';
import type { Failure, JournalEntry, RunRecord } from '../run.ts';
import { noteFailedStep } from './failed-step.ts';
import type { Host } from './host.ts';
import { DEFAULT_KEEP_MS } from './options.ts';
import { checkedReply } from './reply.ts';
import { RequestLimit } from './request-limit.ts';
import { RunJournal } from './run-journal.ts';
import { RunRecords } from './run-records.ts';
import { runLog } from './run-log.ts';
import type { Slot } from './slot.ts';
import { LazyStepIO } from './step-io.ts';
import { Suspension, suspended } from './suspended.ts';

/** The step context of the embedded engine: one run, from its first step to its last. */
export class RunContext<Clients> implements StepContext<Clients> {
  readonly runId: string;
  readonly eventId: string;
  readonly tenant: string;
  readonly key: string;
  readonly startedAt: number;
  readonly log: Logger;
  readonly #host: Host<Clients>;
  readonly #run: RunRecord;
  readonly #slot: Slot;
  readonly #journal: RunJournal<Clients>;
  readonly #requests: RequestLimit;
  readonly #records: RunRecords<Clients>;
  #replied: boolean;

  constructor(host: Host<Clients>, run: RunRecord, past: readonly JournalEntry[], slot: Slot) {
    this.#host = host;
    this.#run = run;
    this.#slot = slot;
    this.#journal = new RunJournal(host, run, past);
    this.#requests = new RequestLimit(host.integration.limits?.requests);
    this.#records = new RunRecords(host, run, this.#journal, (work) => this.#work(work));
    this.#replied = run.reply !== undefined;
    this.runId = run.id;
    this.eventId = run.eventId;
    this.tenant = run.tenant;
    this.key = run.key;
    this.startedAt = run.acceptedAt;
    this.log = runLog(host.log, run, () => this.#journal.replaying);
  }

  async run<T>(name: string, step: (io: StepIO<Clients>) => Promise<T> | T, retry?: RetryPolicy): Promise<T> {
    const past = this.#journal.claim(name, 'step');
    if (past !== undefined)
      this.#requests.replayed(past.attempts, past.error === undefined ? undefined : errorFrom(past.error));
    if (past?.status === 'completed') return replayed<T>(past.result);
    if (past?.status === 'failed' && past.error !== undefined) throw noteFailedStep(errorFrom(past.error), name);
    let failures = past?.attempts ?? 0;
    if (past?.nextAttemptAt !== undefined) await this.#waitUntil(name, past.nextAttemptAt);
    for (;;) {
      const tried = await this.#work(() =>
        past?.status === 'sending'
          ? this.#failed(name, past.attempts, doubtOf(past), retry)
          : this.#try(name, step, failures + 1, retry),
      );
      if ('result' in tried) return tried.result;
      if ('error' in tried) throw tried.error;
      failures += 1;
      await this.#waitUntil(name, tried.again);
    }
  }

  async sleep(name: string, ms: number): Promise<void> {
    const past = this.#journal.claim(name, 'sleep');
    checkWait(ms, `the sleep '${name}' of the workflow '${this.#run.workflow}'`);
    await this.#waitUntil(
      name,
      typeof past?.result === 'number' ? past.result : await this.#keepNow(name, 'sleep', ms),
    );
  }

  async now(name: string): Promise<number> {
    const past = this.#journal.claim(name, 'now');
    return typeof past?.result === 'number' ? past.result : this.#keepNow(name, 'now', 0);
  }

  async get(name: string): Promise<Json | undefined> {
    const entry = this.#journal.numbered(`get(${name})`);
    const past = this.#journal.claim(entry, 'get');
    if (past !== undefined) return past.result;
    const { workflow, tenant } = this.#run;
    // Read inside the write, so that it sees what was written before it; committed before it is acted upon.
    const row = { name: entry, kind: 'get', status: 'completed', attempts: 1 } as const;
    const read = (): Json | undefined => this.#host.store.state.get(workflow, tenant, name);
    return this.#work(() =>
      this.#journal.write(row, read, (value) => (value === undefined ? undefined : JSON.stringify(value))),
    );
  }

  set(name: string, value: unknown): Promise<void> {
    return this.setAll({ [name]: value });
  }

  async setAll(values: Readonly<Record<string, unknown>>): Promise<void> {
    const entry = this.#journal.numbered(`set(${Object.keys(values).join(', ')})`);
    if (this.#journal.claim(entry, 'set') !== undefined) return;
    const { workflow, tenant } = this.#run;
    const kept = Object.entries(values).map(([name, value]) => {
      const one = encode(value, `the value '${name}' of the workflow '${workflow}'`, this.#host.redactor);
      if (one === undefined) throw new FatalError('internal', `the workflow '${workflow}' sets '${name}' to undefined`);
      return [name, one] as const;
    });
    const [only, ...others] = kept;
    const result =
      only !== undefined && others.length === 0
        ? only[1].text
        : JSON.stringify(Object.fromEntries(kept.map(([name, { value }]) => [name, value])));
    const row = { name: entry, kind: 'set', status: 'completed', attempts: 1, result } as const;
    await this.#work(() =>
      this.#journal.write(row, () => {
        const { state } = this.#host.store;
        // The first value of a checkpoint: whoever goes on from it goes on with what this run refreshes.
        const moves = kept.some(([name]) => name.startsWith(CHECKPOINT_PREFIX));
        if (moves && !hasCheckpoint(state, workflow, tenant))
          state.set(workflow, tenant, CYCLE_STATE, String(this.#run.seq));
        for (const [name, { text }] of kept) state.set(workflow, tenant, name, text);
      }),
    );
  }

  async metadata(): Promise<Json> {
    const past = this.#journal.claim('metadata', 'get');
    if (past?.result !== undefined) return past.result;
    const { metadata } = this.#host;
    const row = { name: 'metadata', kind: 'get', status: 'completed', attempts: 1 } as const;
    return this.#work(() =>
      this.#journal.write(
        row,
        () => metadata,
        (value) => JSON.stringify(value),
      ),
    );
  }

  async variable(setting: string): Promise<string> {
    const entry = this.#journal.numbered(`variable(${setting})`);
    const past = this.#journal.claim(entry, 'get');
    if (typeof past?.result === 'string') return past.result;
    const { variables, integration } = this.#host;
    const value = Object.hasOwn(variables, setting) ? variables[setting] : undefined;
    if (value === undefined) throw new FatalError('internal', `${integration.name} has no variable ${setting}`);
    const row = { name: entry, kind: 'get', status: 'completed', attempts: 1, result: JSON.stringify(value) } as const;
    return this.#work(() => this.#journal.write(row, () => value));
  }

  save(name: string, model: string, records: readonly unknown[]): Promise<SavedCounts> {
    return this.#records.save(name, model, records);
  }

  remove(name: string, model: string, ids: readonly (string | number)[]): Promise<{ readonly removed: number }> {
    return this.#records.remove(name, model, ids);
  }

  prune(name: string, model: string): Promise<{ readonly pruned: number }> {
    return this.#records.prune(name, model);
  }

  async clearCheckpoint(name: string): Promise<void> {
    if (this.#journal.claim(name, 'clear') !== undefined) return;
    const { workflow, tenant } = this.#run;
    const row = { name, kind: 'clear', status: 'completed', attempts: 1 } as const;
    await this.#work(() =>
      this.#journal.write(row, () => this.#host.store.state.clear(workflow, tenant, CHECKPOINT_PREFIX)),
    );
  }

  async send(
    workflow: string,
    key: string,
    input: unknown,
    options: { readonly delayMs?: number; readonly dedupe?: string } = {},
  ): Promise<void> {
    const entry = this.#journal.numbered(`send(${workflow}, ${key})`);
    if (this.#journal.claim(entry, 'send') !== undefined) return;
    checkWait(options.delayMs ?? 0, `the delay of the workflow '${workflow}'`);
    const request = {
      workflow,
      key,
      tenant: this.tenant,
      input: this.#host.intake.read(workflow, input),
      // As stable as the event that led here, and so are the idempotency keys of the steps there.
      eventId: options.dedupe ?? idempotencyKey(this.tenant, this.eventId, this.#run.workflow, entry),
      keepMs: options.dedupe === undefined ? 0 : DEFAULT_KEEP_MS,
      notBefore: this.#host.clock.now() + (options.delayMs ?? 0),
    };
    const row = { name: entry, kind: 'send', status: 'completed', attempts: 1 } as const;
    const now = this.#host.clock.now();
    const sent = await this.#work(() =>
      this.#journal.write(row, () =>
        this.#host.intake.find(request, now) === undefined ? this.#host.intake.insert(request, now) : undefined,
      ),
    );
    if (sent !== undefined) this.#host.admit(sent, false);
  }

  all<T, R>(items: readonly T[], limit: number, each: (item: T, index: number) => Promise<R>): Promise<R[]> {
    return mapLimited(items, limit, each);
  }

  async respond(reply: Reply): Promise<void> {
    if (this.#replied) return;
    this.#replied = true;
    const kept = checkedReply(reply, this.#run.workflow, this.#host.redactor);
    const first = await this.#work(() =>
      this.#journal.commit(() => this.#host.store.runs.setReply(this.#run.seq, kept.text)),
    );
    if (first) this.#host.replied(this.#run, kept.reply);
  }

  /** Why the run must fail though its workflow went on: it was about to send more requests than a run may. */
  get overLimit(): FatalError | undefined {
    return this.#requests.exceeded;
  }

  begin(): void {
    this.#mark('running');
  }

  /** Writes how the run ended; steps that nobody awaited write nothing any more. A `Suspension` where the store fails. */
  async finish(
    status: 'completed' | 'failed',
    result: string | undefined,
    failure: Failure | undefined,
  ): Promise<void> {
    const at = this.#host.clock.now();
    const done = this.#journal.commit(() => this.#host.store.runs.finish(this.#run.seq, status, result, failure, at));
    this.#journal.close();
    await done;
  }

  async #try<T>(
    name: string,
    step: (io: StepIO<Clients>) => Promise<T> | T,
    attempt: number,
    retry: RetryPolicy | undefined,
  ): Promise<Tried<T>> {
    const host = this.#host;
    const began = host.clock.now();
    if (host.watched()) host.emit({ type: 'step.started', ...this.#about(began), step: name, attempt });
    const io = new LazyStepIO(host, this.#run, this.#journal, this.#requests, name, attempt);
    let result: T;
    try {
      result = await step(io);
    } catch (error) {
      // A step that the closing engine cut short has not failed: it runs again at the next start.
      if (host.signal.aborted || error instanceof Suspension) throw new Suspension();
      return this.#failed(name, attempt, io.errorOf(error), retry);
    } finally {
      io.end();
    }
    let kept;
    try {
      kept = encode(result, `the result of the step '${name}' of the workflow '${this.#run.workflow}'`, host.redactor);
    } catch (error) {
      return this.#failed(name, attempt, error, retry);
    }
    await this.#journal.write(
      { name, kind: 'step', status: 'completed', attempts: attempt, result: kept?.text },
      nothing,
    );
    if (host.watched()) {
      const at = host.clock.now();
      host.emit({
        type: 'step.completed',
        ...this.#about(at),
        step: name,
        attempt,
        durationMs: at - began,
        result: kept?.value,
      });
    }
    // Where a secret was masked the workflow gets what a replay would get.
    return { result: kept === undefined || kept.value === result ? result : replayed<T>(kept.value) };
  }

  async #failed(name: string, attempt: number, error: unknown, retry: RetryPolicy | undefined): Promise<Failed> {
    const host = this.#host;
    const failure = failureFrom(error, host.redactor, name);
    const about = {
      runId: this.runId,
      workflow: this.#run.workflow,
      tenant: this.tenant,
      step: name,
      attempt,
      code: failure.code,
    };
    if (error instanceof RetryLaterError) {
      const policy = retry ?? error.policy ?? defaultRetry;
      if (attempt < policy.attempts) {
        const again = host.clock.now() + retryDelay(policy, attempt, error.afterMs, host.random);
        await this.#journal.write(
          { name, kind: 'step', status: 'retrying', attempts: attempt, error: failure, nextAttemptAt: again },
          nothing,
        );
        host.log.warn({ ...about, reason: failure.message, nextAttemptAt: again }, 'step is tried again');
        if (host.watched())
          host.emit({
            type: 'step.retrying',
            ...this.#about(host.clock.now()),
            step: name,
            attempt,
            failure,
            nextAttemptAt: again,
          });
        return { again };
      }
    }
    await this.#journal.write({ name, kind: 'step', status: 'failed', attempts: attempt, error: failure }, nothing);
    const stack = failure.code === 'internal' && error instanceof Error ? { stack: error.stack } : {};
    host.log.warn({ ...about, reason: failure.message, ...stack }, 'step failed');
    if (host.watched())
      host.emit({ type: 'step.failed', ...this.#about(host.clock.now()), step: name, attempt, failure });
    return { error: noteFailedStep(error instanceof FatalError ? error : errorFrom(failure, error), name) };
  }

  /** Runs `work` while the run holds its slot and the engine counts it; begins nothing where the engine closes. */
  async #work<T>(work: () => Promise<T>): Promise<T> {
    if (this.#host.closing() || this.#journal.closed) return suspended();
    const regained = this.#slot.work();
    if (regained !== undefined) {
      await regained;
      if (this.#host.closing() || this.#journal.closed) return suspended();
    }
    this.#host.inFlight.enter();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Suspension)) throw error;
    } finally {
      this.#host.inFlight.leave();
      this.#slot.rest();
    }
    this.#slot.free();
    return suspended();
  }

  async #waitUntil(step: string, at: number): Promise<void> {
    const host = this.#host;
    const ms = at - host.clock.now();
    if (ms <= 0) return;
    if (host.closing()) return suspended();
    this.#slot.wait();
    this.#mark('waiting');
    if (host.watched()) host.emit({ type: 'run.waiting', ...this.#about(host.clock.now()), step, until: at });
    await new Promise<void>((resolve) => host.alarms.after(ms, resolve));
    this.#slot.wake();
    this.#mark('running');
  }

  /** For those who look at the run; nothing depends on it, so nobody waits for it. */
  #mark(status: 'running' | 'waiting'): void {
    this.#journal.commit(() => this.#host.store.runs.setStatus(this.#run.seq, status)).catch(nothing);
  }

  #keepNow(name: string, kind: 'now' | 'sleep', ms: number): Promise<number> {
    const time = this.#host.clock.now() + ms;
    return this.#work(() =>
      this.#journal.write({ name, kind, status: 'completed', attempts: 1, result: String(time) }, () => time),
    );
  }

  #about(at: number) {
    return { at, runId: this.runId, workflow: this.#run.workflow, tenant: this.tenant };
  }
}

type Failed = { readonly again: number } | { readonly error: FatalError };
type Tried<T> = { readonly result: T } | Failed;

/** A journalled result as the type that the step returned: it survived JSON when it was written. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the step that is asked for again says its type
function replayed<T>(result: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was a T when this step was journalled
  return result as T;
}

/** What is told of a step whose process ended while it sent what must not be sent twice. */
function doubtOf({ name, error }: JournalEntry): FatalError {
  return errorFrom(
    error ?? {
      code: 'outcome_unknown',
      message: `the process ended while the step '${name}' sent what must not be sent twice`,
    },
  );
}

function checkWait(ms: number, what: string): void {
  if (!Number.isFinite(ms)) throw new FatalError('internal', `${what} is ${ms} ms, which is no time`);
}

function nothing(): void {
  return undefined;
}
