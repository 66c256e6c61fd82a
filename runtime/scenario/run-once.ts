import type { Json } from '../context/json.ts';
import type { Checkpoint } from '../engine/checkpoint.ts';
import type { Failure } from '../engine/run.ts';
import type { IntegrationDefinition } from '../integration.ts';
import type { TokenSource } from '../http/auth/token-cache.ts';
import { runWorkflow } from '../serve/run-workflow.ts';
import { settingRefs } from '../settings/setting-names.ts';
import type { Environment } from '../settings/settings.ts';
import { jumpClock } from './jump-clock.ts';
import { unlimitedTransport } from './unlimited-transport.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { silentLogger } from '../settings/create-logger.ts';
import { type RecordChanges, watchRecords } from './watch-records.ts';

/** What is given for one run. */
export interface RunOnceOptions {
  readonly workflow: string;
  /** The input of a start by hand, or the payload of a webhook. */
  readonly input?: unknown;
  /** The values of the connection. */
  readonly metadata?: Json;
  readonly checkpoint?: Checkpoint;
  /** What the record store holds, by model, as if earlier runs of the workflow had saved it. */
  readonly records?: Readonly<Record<string, readonly unknown[]>>;
  /** Base URLs by the ids of systems, in place of the spec's. */
  readonly baseUrls?: Readonly<Record<string, string>>;
  /** Settings; whatever else the integration asks for is made up. */
  readonly settings?: Environment;
  /** The time, as ISO 8601; the real one where absent. It goes on only where something waits for it. */
  readonly now?: string;
}

/** All that came of one run. */
export interface RunOnceResult extends RecordChanges {
  readonly status: 'completed' | 'failed';
  /** What it returned; absent where it returned nothing. */
  readonly returned?: Json;
  readonly failure?: Failure;
  readonly checkpoint: Checkpoint;
  /** What the record store holds in the end, by model. */
  readonly records: Readonly<Record<string, readonly Json[]>>;
}

/**
 * Runs one workflow once, in memory: against whatever listens at the base URLs, with made-up secrets and tokens. Nothing waits for
 * retries, pauses and polls, and rate limits do not hold.
 */
export async function runOnce<Clients>(
  integration: IntegrationDefinition<Clients>,
  options: RunOnceOptions,
): Promise<RunOnceResult> {
  const environment = environmentOf(integration, options);
  const clock = jumpClock(options.now === undefined ? Date.now() : Date.parse(options.now));
  const settings = loadSettings(integration, environment);
  const transport = unlimitedTransport({ settings, log: silentLogger, now: () => clock.now(), tokens: MADE_UP_TOKENS });
  let left = (): Omit<RunOnceResult, 'status'> => ({ ...NOTHING, checkpoint: {}, records: {} });
  const end = await runWorkflow(integration, {
    workflow: options.workflow,
    input: options.input,
    environment,
    clock,
    transport,
    random: () => 0,
    async prepare({ engine }) {
      engine.onEvent((event) => {
        // The alarm is set once this listener has returned.
        if (event.type === 'run.waiting') setImmediate(() => clock.jumpTo(event.until));
      });
      for (const [model, records] of Object.entries(options.records ?? {}))
        await engine.putRecords(options.workflow, model, records);
      if (options.checkpoint !== undefined) await engine.putCheckpoint(options.workflow, options.checkpoint);
      const changes = watchRecords(engine);
      left = () => ({
        ...changes(),
        checkpoint: engine.checkpoint(options.workflow),
        records: byModel(engine.records()),
      });
    },
    finish() {
      const found = left();
      left = () => found;
    },
  });
  await transport.close();
  return end.status === 'completed'
    ? { status: 'completed', ...(end.result !== undefined && { returned: end.result }), ...left() }
    : { status: 'failed', failure: end.failure, ...left() };
}

/** Nobody is asked for a token: what listens at a base URL need not give any. */
const MADE_UP_TOKENS: TokenSource = {
  get: () => ({ value: 'made-up-access-token', givenAt: 0 }),
  forget: () => undefined,
};

const NOTHING: RecordChanges = { saved: {}, removed: {}, pruned: {} };

function byModel(
  records: readonly { readonly model: string; readonly value?: Json }[],
): Readonly<Record<string, readonly Json[]>> {
  const found = new Map<string, Json[]>();
  for (const { model, value } of records) found.set(model, [...(found.get(model) ?? []), value ?? null]);
  return Object.fromEntries(found);
}

/** Secrets look like nothing in particular, so that what is masked is never a part of the data by chance. */
function environmentOf<Clients>(
  integration: IntegrationDefinition<Clients>,
  { settings = {}, baseUrls = {}, metadata }: RunOnceOptions,
): Environment {
  const made = settingRefs(integration).flatMap(({ setting, default: usual, optional }) =>
    usual === undefined && optional !== true
      ? [[setting, `made-up-${setting.toLowerCase().replaceAll('_', '-')}`] as const]
      : [],
  );
  const urls = integration.systems.flatMap(({ id, baseUrlSetting }) => {
    const url = baseUrls[id];
    return url === undefined ? [] : [[baseUrlSetting, url] as const];
  });
  const named = integration.metadata?.setting;
  return {
    ...Object.fromEntries([...made, ...urls]),
    ...(metadata !== undefined && named !== undefined && { [named]: JSON.stringify(metadata) }),
    ...settings,
  };
}
