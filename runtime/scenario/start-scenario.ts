import type { Json } from '../context/json.ts';
import { FatalError } from '../context/errors.ts';
import type { Checkpoint } from '../engine/checkpoint.ts';
import type { Engine } from '../engine/engine.ts';
import type { Failure, RunStatus } from '../engine/run.ts';
import type { IntegrationDefinition } from '../integration.ts';
import type { MockDefinition } from '../mock/definition.ts';
import type { Fault } from '../mock/fault.ts';
import { startMocks } from '../mock/server.ts';
import { startIntegration, type RunningIntegration } from '../serve/start-integration.ts';
import { silentLogger } from '../settings/create-logger.ts';
import { loadSettings } from '../settings/load-settings.ts';
import type { Environment } from '../settings/settings.ts';
import { firingsOf } from '../trigger/cron.ts';
import { arrange } from './arrange.ts';
import { capPages } from './cap-pages.ts';
import { type Call, callsOf } from './calls.ts';
import { type Answer, deliver, type DeliveryOptions, type RepetitionOptions } from './deliver.ts';
import { jumpClock, type JumpClock } from './jump-clock.ts';
import { unlimitedTransport } from './unlimited-transport.ts';
import { watchRecords } from './watch-records.ts';

/** What is given when a scenario begins. */
export interface ScenarioOptions {
  /** The workflow that is tried. */
  readonly workflow: string;
  /** What collections of the mock systems hold, in place of what they are seeded with. */
  readonly collections?: Readonly<Record<string, readonly unknown[]>>;
  readonly checkpoint?: Checkpoint;
  /** What the record store holds, by model, as if earlier runs of the workflow had saved it. */
  readonly records?: Readonly<Record<string, readonly unknown[]>>;
  /** The values of the connection, in place of made-up ones. */
  readonly metadata?: Json;
  /** How many items a page of the mock systems holds at most. */
  readonly pageSize?: number;
  readonly faults?: readonly Fault[];
  /** Values of settings, in place of made-up ones: the secret with which a recorded delivery was signed. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The time, as ISO 8601; the start of 2026 in UTC where absent. It goes on only where something waits for it. */
  readonly now?: string;
}

/** How the last run ended, or why there was none. */
export type Outcome =
  | { readonly status: Extract<RunStatus, 'completed'> }
  | { readonly status: 'failed'; readonly code: string; readonly message: string; readonly details?: Json }
  | { readonly status: 'refused'; readonly code: string }
  | { readonly status: 'none' };

/** An integration that runs in memory against its mock systems, for one test. Every method returns when all runs are over. */
export interface Scenario {
  /** Delivers a body to the workflow's webhook, signed as it asks for. */
  deliver(body: unknown, options?: DeliveryOptions): Promise<Answer>;
  /** Delivers the same `times` times, one after the other. */
  deliverRepeatedly(times: number, body: unknown, options?: RepetitionOptions): Promise<readonly Answer[]>;
  /** Fires the workflow's schedule: the first time now, then each time at the next moment that its cron expression names. */
  fire(times?: number): Promise<void>;
  /** Starts the workflow by hand. An input that does not fit is an outcome, not an error. */
  start(input?: unknown): Promise<void>;
  /** What the mock systems received, in order; in the order of `like`, where that is given, as far as they fit. */
  calls(like?: readonly unknown[]): readonly Call[];
  /** How many access tokens the mock systems were asked for and gave. */
  tokens(): number;
  /** The headers of each of these calls, by their names in lower case, credentials masked. */
  headers(): readonly Readonly<Record<string, string>>[];
  /** What a collection of the mock systems holds now. */
  collection(name: string): readonly unknown[];
  /** What the workflow remembers. */
  checkpoint(): Checkpoint;
  /** Every record of a model that was saved, in the order of saving. */
  saved(model: string): readonly Json[];
  /** The ids that were asked to be removed, in order. */
  removed(model: string): readonly (string | number)[];
  /** The ids of what was pruned. */
  pruned(model: string): readonly string[];
  /** What the record store holds of a model, in the order in which it was first saved. */
  records(model: string): readonly Json[];
  outcome(): Outcome;
  /** What the last run returned, as JSON has it. */
  returned(): Json | undefined;
  close(): Promise<void>;
}

/** Starts an integration with its mock systems. Retries wait for nothing, and rate limits do not hold. */
export async function startScenario<Clients>(
  integration: IntegrationDefinition<Clients>,
  mocks: MockDefinition,
  options: ScenarioOptions,
): Promise<Scenario> {
  const clock = jumpClock(Date.parse(options.now ?? '2026-01-01T00:00:00Z'));
  const systems = await startMocks({
    ...mocks,
    systems: capPages(mocks.systems, options.pageSize),
    seeds: { ...mocks.seeds, ...options.collections },
  });
  try {
    for (const fault of options.faults ?? []) systems.fault(fault);
    const environment = { ...systems.settings, ...options.settings, ...metadataSetting(integration, options) };
    const transport = unlimitedTransport({
      settings: loadSettings(integration, environment),
      log: silentLogger,
      now: () => clock.now(),
    });
    const running = await startIntegration(integration, {
      environment,
      transport,
      clock,
      schedules: false,
      random: () => 0,
    });
    const { engine } = running;
    await putState(engine, options);
    const changes = watchRecords(engine);
    engine.onEvent((event) => {
      // The alarm is set once this listener has returned.
      if (event.type === 'run.waiting') setImmediate(() => clock.jumpTo(event.until));
    });
    const close = async (): Promise<void> => {
      await running.close(0);
      await transport.close();
      await systems.close();
    };
    return {
      ...triggersOf(integration, options.workflow, running, environment, clock),
      calls: (like) => {
        const calls = callsOf(mocks, systems.requests);
        return like === undefined ? calls : arrange(calls, like);
      },
      tokens: () => systems.tokens,
      headers: () => systems.requests.map((request) => request.headers),
      collection: (name) => systems.collection(name),
      checkpoint: () => engine.checkpoint(options.workflow),
      saved: (model) => changes().saved[model] ?? [],
      removed: (model) => changes().removed[model] ?? [],
      pruned: (model) => changes().pruned[model] ?? [],
      records: (model) => engine.records({ model }).map(({ value }) => value ?? null),
      close,
    };
  } catch (error) {
    await systems.close();
    throw error;
  }
}

function metadataSetting<Clients>(
  integration: IntegrationDefinition<Clients>,
  { metadata }: ScenarioOptions,
): Environment {
  const setting = integration.metadata?.setting;
  return metadata === undefined || setting === undefined ? {} : { [setting]: JSON.stringify(metadata) };
}

/** Without the step, whose name is the generator's business. */
function bare({ code, message, details }: Failure): Pick<Failure, 'code' | 'message' | 'details'> {
  return { code, message, ...(details !== undefined && { details }) };
}

async function putState(engine: Engine, { workflow, checkpoint, records = {} }: ScenarioOptions): Promise<void> {
  for (const [model, given] of Object.entries(records)) await engine.putRecords(workflow, model, given);
  if (checkpoint !== undefined) await engine.putCheckpoint(workflow, checkpoint);
}

type Triggers = Pick<Scenario, 'deliver' | 'deliverRepeatedly' | 'fire' | 'start' | 'outcome' | 'returned'>;

function triggersOf<Clients>(
  { workflows }: IntegrationDefinition<Clients>,
  id: string,
  { engine, url }: RunningIntegration,
  settings: Environment,
  clock: JumpClock,
): Triggers {
  const trigger = workflows[id]?.trigger;
  const wrong = (what: string): TypeError => new TypeError(`'${id}' is no workflow that ${what}`);
  let refused: string | undefined;
  let fired = false;
  const one = async (body: unknown, options: DeliveryOptions): Promise<Answer> => {
    if (trigger?.kind !== 'webhook') throw wrong('takes deliveries');
    const answer = await deliver({ origin: url, trigger, settings, now: clock.now() }, body, options);
    await engine.idle();
    refused = codeIn(answer.body);
    return answer;
  };
  return {
    deliver: (body, options = {}) => one(body, options),
    async deliverRepeatedly(times, body, { everyMs = 0, ...options } = {}) {
      const answers: Answer[] = [];
      for (let count = 0; count < times; count += 1) {
        if (count > 0 && everyMs > 0) clock.jumpTo(clock.now() + everyMs);
        answers.push(await one(body, options));
      }
      return answers;
    },
    async fire(times = 1) {
      if (trigger?.kind !== 'schedule') throw wrong('a schedule starts');
      const firings = firingsOf(trigger);
      for (let count = 0; count < times; count += 1) {
        if (fired) clock.jumpTo(firings.after(clock.now()) ?? clock.now());
        fired = true;
        await engine.fire(id);
        await engine.idle();
      }
    },
    async start(input) {
      try {
        await engine.start(id, input);
        await engine.idle();
      } catch (error) {
        if (!(error instanceof FatalError)) throw error;
        refused = error.code;
      }
    },
    returned: () => engine.list({ workflow: id, limit: 1 })[0]?.result,
    outcome() {
      const [run] = engine.list({ workflow: id, limit: 1 });
      if (run?.error !== undefined) return { status: 'failed', ...bare(run.error) };
      if (run?.status === 'completed') return { status: 'completed' };
      return refused === undefined ? { status: 'none' } : { status: 'refused', code: refused };
    },
  };
}

/** The code of a problem, as a webhook answers one. */
function codeIn(body: unknown): string | undefined {
  const { error }: { readonly error?: Json } = Object(body);
  return typeof error === 'object' && error !== null && 'code' in error && typeof error['code'] === 'string'
    ? error['code']
    : undefined;
}
