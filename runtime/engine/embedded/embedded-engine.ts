import { setMaxListeners } from 'node:events';
import type { Reply } from '../../context/context.ts';
import type { Json } from '../../context/json.ts';
import type { Logger } from '../../context/logger.ts';
import type { IntegrationDefinition } from '../../integration.ts';
import { silentLogger } from '../../settings/create-logger.ts';
import { createRedactor } from '../../settings/redactor.ts';
import type { Redactor } from '../../settings/redactor.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { OverloadedError } from '../engine.ts';
import type { Engine, ParsedEvent, PruneOptions, RunFilter, RunOutcome, Started, StartOptions } from '../engine.ts';
import type { Kept } from '../encode.ts';
import type { EngineEvent, EngineListener } from '../event.ts';
import type { RecordFilter, StoredRecord } from '../records.ts';
import type { RunDetails, RunRecord } from '../run.ts';
import { Alarms } from './alarms.ts';
import { executeRun } from './execute-run.ts';
import type { Host, StepTransport } from './host.ts';
import { InFlight } from './in-flight.ts';
import { createInspector } from './inspector.ts';
import { LiveRun } from './live-run.ts';
import { LiveRuns } from './live-runs.ts';
import { DEFAULT_CONCURRENCY, DEFAULT_KEEP_MS, DEFAULT_MAX_UNFINISHED, DEFAULT_TENANT } from './options.ts';
import type { EmbeddedOptions } from './options.ts';
import { Membership } from './membership.ts';
import { Observers } from './observers.ts';
import { putCheckpoint, putRecords } from './put-state.ts';
import { reopenRun } from './reopen-run.ts';
import { RunIntake } from './run-intake.ts';
import { RunQueue } from './run-queue.ts';
import { SCHEDULE_LANE, ScheduleRunner } from './schedule-runner.ts';
import { openStore } from './store.ts';
import type { Store } from './store.ts';
import { Suspension } from './suspended.ts';
import { within } from './within.ts';

/** What a caller that is told to come back later should wait, milliseconds. */
const RETRY_AFTER_MS = 2_000;
/** How long a run whose store failed waits before it is taken up again. */
const STORE_RETRY_MS = 5_000;
/** How often a run of another process is looked at by those who wait for it. */
const POLL_MS = 100;
/** How often the runs of processes that died are looked for, and old runs forgotten. */
const ADOPT_MS = 10_000;
const PRUNE_MS = 3_600_000;
/** After the abort, steps get this long to end before the store closes under them. */
const ABORT_GRACE_MS = 500;

/** Opens the engine on its file, takes up every unfinished run and starts the schedules. */
export function openEmbeddedEngine<Clients>(
  integration: IntegrationDefinition<Clients>,
  options: EmbeddedOptions,
): EmbeddedEngine<Clients> {
  const engine = new EmbeddedEngine(integration, options);
  try {
    engine.begin();
  } catch (error) {
    void engine.close(0);
    throw error;
  }
  return engine;
}

/** The engine of one process: `node:sqlite` for what must last, memory for what runs. */
export class EmbeddedEngine<Clients> implements Engine, Host<Clients> {
  readonly integration: IntegrationDefinition<Clients>;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Logger;
  readonly redactor: Redactor;
  readonly transport: StepTransport;
  readonly metadata: Json;
  readonly variables: Readonly<Record<string, string>>;
  readonly queue: RunQueue;
  readonly alarms: Alarms;
  readonly inFlight = new InFlight();
  readonly #options: EmbeddedOptions;
  readonly intake: RunIntake<Clients>;
  readonly #membership: Membership;
  readonly #schedules: ScheduleRunner<Clients>;
  readonly #inspector: ReturnType<typeof createInspector>;
  readonly #abort = new AbortController();
  readonly #live = new LiveRuns();
  readonly #observers: Observers;
  #accepting = 0;
  #closed: Promise<void> | undefined;
  #storeFailing = false;

  constructor(integration: IntegrationDefinition<Clients>, options: EmbeddedOptions) {
    this.integration = integration;
    this.#options = options;
    this.clock = options.clock ?? systemClock;
    this.random = options.random ?? Math.random;
    this.log = options.log ?? silentLogger;
    this.redactor = options.redactor ?? createRedactor([]);
    this.#observers = new Observers(this.log);
    this.transport = options.transport;
    this.metadata = options.metadata ?? {};
    this.variables = options.variables ?? {};
    this.queue = new RunQueue(options.concurrency ?? DEFAULT_CONCURRENCY);
    this.alarms = new Alarms(this.clock);
    this.#schedules = new ScheduleRunner(this, options.tenants ?? [DEFAULT_TENANT]);
    this.store = openStore(options.file, (error) =>
      this.log.error({ reason: error.message }, 'the disk does not keep what was written; it is tried again'),
    );
    this.#membership = new Membership(this.store, this.clock.now());
    this.intake = new RunIntake(integration, this.store, this.#membership.id, this.redactor);
    this.#inspector = createInspector(this.store, this.clock);
    setMaxListeners(0, this.#abort.signal);
  }

  /** Called once, by `openEmbeddedEngine`. */
  begin(): void {
    this.#takeUp();
    if (this.#options.schedules !== false) this.#schedules.begin();
    this.#repeat(PRUNE_MS, () =>
      this.prune({ completedOlderThanMs: this.#options.keepCompletedMs ?? DEFAULT_KEEP_MS }),
    );
    if (this.store.file !== ':memory:') this.#repeat(ADOPT_MS, async () => this.#takeUp());
  }

  async start(workflow: string, input: unknown, options: StartOptions = {}): Promise<Started> {
    return this.#accept(this.intake.read(workflow, input), { ...options, workflow });
  }

  async fire(workflow: string, tenant = DEFAULT_TENANT): Promise<Started> {
    return this.start(workflow, { scheduledAt: this.clock.now() }, { tenant, key: SCHEDULE_LANE });
  }

  async accept(event: ParsedEvent): Promise<Started> {
    return this.#accept(this.intake.keep(event.workflow, event.input), event);
  }

  async #accept(input: Kept, options: StartOptions & { readonly workflow: string }): Promise<Started> {
    if (this.closing()) throw new OverloadedError(RETRY_AFTER_MS);
    const full = this.#live.size + this.#accepting >= (this.#options.maxUnfinished ?? DEFAULT_MAX_UNFINISHED);
    const now = this.clock.now();
    const { workflow, tenant = DEFAULT_TENANT, keepMs = DEFAULT_KEEP_MS, delayMs = 0 } = options;
    // The sender chooses both, and both are kept and logged.
    const key = this.redactor.mask(options.key ?? '');
    const eventId = options.eventId === undefined ? undefined : this.redactor.mask(options.eventId);
    const event = { workflow, tenant, key, eventId, keepMs, input, notBefore: now + delayMs };
    this.#accepting += 1;
    try {
      const accepted = await this.store.commit.write(() => {
        const known = this.intake.find(event, now);
        if (known !== undefined) return known;
        return full ? undefined : this.intake.insert(event, now);
      });
      if (accepted === undefined) throw new OverloadedError(RETRY_AFTER_MS);
      if (typeof accepted === 'string') return { runId: accepted, duplicate: true };
      this.admit(accepted, false);
      return { runId: accepted.id, duplicate: false };
    } finally {
      this.#accepting -= 1;
    }
  }

  /** Puts a run that is on disk into the queue, now or when it is due. */
  admit(run: RunRecord, resumed: boolean): void {
    const live = new LiveRun(run);
    this.#live.add(live);
    const { id: runId, workflow, tenant, key, eventId, input } = run;
    if (!resumed && this.watched())
      this.emit({ type: 'run.accepted', at: run.acceptedAt, runId, workflow, tenant, eventId, key, input });
    const enter = (): void => this.queue.admit({ lane: live.lane, begin: () => void this.#execute(live, resumed) });
    const early = run.notBefore - this.clock.now();
    if (early > 0) this.alarms.after(early, enter);
    else enter();
  }

  async outcome(runId: string, waitMs: number): Promise<RunOutcome> {
    const deadline = this.clock.now() + waitMs;
    for (;;) {
      const live = this.#live.get(runId);
      const left = deadline - this.clock.now();
      if (live !== undefined)
        return this.closing()
          ? (live.outcome ?? { kind: 'pending' })
          : live.wait(left, (ms, wake) => this.alarms.after(ms, wake));
      const outcome = this.#inspector.outcome(runId);
      if (outcome.kind !== 'pending' || left <= 0 || this.closing()) return outcome;
      // The run belongs to another process on the same database.
      await new Promise<void>((resolve) => this.clock.after(Math.min(POLL_MS, left), resolve));
    }
  }

  async retry(runId: string): Promise<void> {
    this.admit(
      await reopenRun(this.store, runId, this.integration.version, this.#membership.id, this.clock.now()),
      true,
    );
  }

  list(filter: RunFilter = {}): readonly RunRecord[] {
    return this.#inspector.list(filter);
  }

  show(runId: string): RunDetails | undefined {
    return this.#inspector.show(runId);
  }

  prune(options: PruneOptions): Promise<number> {
    return this.#inspector.prune(options);
  }

  records(filter: RecordFilter = {}): readonly StoredRecord[] {
    return this.#inspector.records(filter);
  }

  checkpoint(workflow: string, tenant?: string): Checkpoint {
    return this.#inspector.checkpoint(workflow, tenant);
  }

  putRecords(workflow: string, model: string, records: readonly unknown[], tenant = DEFAULT_TENANT): Promise<void> {
    return putRecords(this, { workflow, tenant }, model, records);
  }

  putCheckpoint(workflow: string, checkpoint: Checkpoint, tenant = DEFAULT_TENANT): Promise<void> {
    return putCheckpoint(this, { workflow, tenant }, checkpoint);
  }

  onEvent(listener: EngineListener): () => void {
    return this.#observers.add(listener);
  }

  watched(): boolean {
    return this.#observers.any;
  }

  emit(event: EngineEvent): void {
    this.#observers.tell(event);
  }

  async idle(): Promise<void> {
    await this.#live.none();
  }

  ready(): boolean {
    return !this.closing() && !this.#storeFailing && !this.store.failing();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  closing(): boolean {
    return this.#closed !== undefined;
  }

  replied(run: RunRecord, reply: Reply): void {
    this.#live.get(run.id)?.settle({ kind: 'replied', reply });
    const { id: runId, workflow, tenant } = run;
    if (this.watched()) this.emit({ type: 'run.replied', at: this.clock.now(), runId, workflow, tenant, reply });
  }

  storeFailed(run: RunRecord, error: unknown): void {
    if (this.closing()) return;
    this.#storeFailing = true;
    this.log.error(
      { runId: run.id, workflow: run.workflow, reason: String(error) },
      'the store did not take a write; the run is taken up again from its journal',
    );
    const live = this.#live.get(run.id);
    if (live === undefined) return;
    this.alarms.after(STORE_RETRY_MS, () => void this.queue.regain().then(() => this.#execute(live, true)));
  }

  close(graceMs = 10_000): Promise<void> {
    this.#closed ??= this.#close(graceMs);
    return this.#closed;
  }

  async #execute(live: LiveRun, resumed: boolean): Promise<void> {
    if (this.closing()) return;
    try {
      const end = await executeRun(this, live, resumed);
      this.#storeFailing = false;
      live.settle(end);
    } catch (error) {
      if (!(error instanceof Suspension)) this.storeFailed(live.run, error);
      return;
    }
    this.#live.remove(live.run.id);
    this.queue.leaveLane(live.lane);
  }

  /** Adopts the runs of processes that died, and takes up what it owns and does not run yet. */
  #takeUp(): void {
    const adopted = this.#membership.adopt();
    if (adopted > 0) this.log.info({ processes: adopted }, 'adopted the runs of processes that ended');
    else return;
    for (const run of this.store.runs.unfinishedOf(this.#membership.id)) {
      if (this.#live.get(run.id) !== undefined) continue;
      this.log.info({ runId: run.id, workflow: run.workflow }, 'run resumed');
      this.admit(run, true);
    }
  }

  #repeat(everyMs: number, work: () => Promise<unknown>): void {
    this.alarms.after(everyMs, () => {
      void work()
        .catch((error: unknown) => this.log.error({ reason: String(error) }, 'housekeeping failed'))
        .then(() => this.closing() || this.#repeat(everyMs, work));
    });
  }

  async #close(graceMs: number): Promise<void> {
    // Not at once: `closing` must hold before anything below runs.
    await Promise.resolve();
    this.alarms.clear();
    this.#live.dismiss();
    await within(graceMs, this.inFlight.none());
    this.#abort.abort(new Error('the process shuts down'));
    await within(Math.min(graceMs, ABORT_GRACE_MS), this.inFlight.none());
    // Runs whose last step just ended write their end.
    await new Promise((resolve) => setImmediate(resolve));
    await this.store.commit.drain();
    this.#membership.leave();
    this.store.close();
    this.alarms.clear();
  }
}
