import { join } from 'node:path';
import type { Logger } from '../context/logger.ts';
import type { Clock } from '../engine/clock.ts';
import { systemClock } from '../engine/clock.ts';
import { openEmbeddedEngine } from '../engine/embedded/embedded-engine.ts';
import type { StepTransport } from '../engine/embedded/host.ts';
import type { EmbeddedOptions } from '../engine/embedded/options.ts';
import type { Engine } from '../engine/engine.ts';
import { fileTokenStore, TOKEN_FILE } from '../http/auth/file-token-store.ts';
import { createTransport } from '../http/create-transport.ts';
import type { IntegrationDefinition } from '../integration.ts';
import { maskedLogger, silentLogger } from '../settings/create-logger.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { readMetadata } from '../settings/read-metadata.ts';
import { redactorFor, type Redactor } from '../settings/redactor.ts';
import type { Environment, Settings } from '../settings/settings.ts';
import { DEFAULT_BODY_LIMIT, webhookApp } from '../trigger/webhook-app.ts';
import { listen } from './listen.ts';

/** How an integration is started. Times in milliseconds. */
export interface StartIntegrationOptions extends Pick<
  EmbeddedOptions,
  'concurrency' | 'maxUnfinished' | 'tenants' | 'schedules' | 'keepCompletedMs' | 'random'
> {
  /** Where settings and secrets come from; nothing of the process is read. */
  readonly environment: Environment;
  /** The folder of the database; nothing outlives the process where absent. */
  readonly dataDir?: string;
  /** 0, which is the default, takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 where absent. */
  readonly hostname?: string;
  readonly log?: Logger;
  readonly clock?: Clock;
  /** Bytes of a webhook's body beyond which it is refused; 1 MiB where absent. */
  readonly bodyLimit?: number;
  /** The one that `log` masks with; one of its own where absent. */
  readonly redactor?: Redactor;
  /** Instead of the real one, for tests. */
  readonly transport?: StepTransport;
}

/** A running integration. */
export interface RunningIntegration {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly engine: Engine;
  /** Takes nothing new, lets what runs finish for at most `graceMs` (10 s where absent), and closes everything. */
  close(graceMs?: number): Promise<void>;
}

export const DATABASE_FILE = 'runs.db';

/**
 * Starts an integration: settings, store, unfinished runs, schedules, webhooks. Throws a `SettingsError` that lists every
 * missing setting. Touches neither the process's environment nor its signals: `serve` does.
 */
export async function startIntegration<Clients>(
  integration: IntegrationDefinition<Clients>,
  options: StartIntegrationOptions,
): Promise<RunningIntegration> {
  const settings = loadSettings(integration, options.environment);
  const metadata = readMetadata(integration, settings);
  const redactor = options.redactor ?? redactorFor(integration, settings);
  const clock = options.clock ?? systemClock;
  const log = maskedLogger(options.log ?? silentLogger, redactor);
  const own =
    options.transport === undefined
      ? createTransport({
          settings,
          log,
          now: () => clock.now(),
          learnSecret: (secret) => redactor.learn(secret),
          ...(options.dataDir !== undefined && { tokenStore: fileTokenStore(join(options.dataDir, TOKEN_FILE)) }),
        })
      : undefined;
  const transport = options.transport ?? own;
  if (transport === undefined) throw new Error('no transport');
  const file = options.dataDir === undefined ? ':memory:' : join(options.dataDir, DATABASE_FILE);
  const engine = openEmbeddedEngine(integration, {
    ...options,
    file,
    transport,
    metadata,
    variables: variablesOf(integration, settings),
    log,
    redactor,
    clock,
  });
  try {
    const intake = {
      engine,
      settings,
      log,
      now: () => clock.now(),
      bodyLimit: options.bodyLimit ?? DEFAULT_BODY_LIMIT,
    };
    const app = webhookApp(integration.workflows, intake);
    const server = await listen(app.fetch, options.port ?? 0, options.hostname ?? '127.0.0.1');
    return {
      url: server.url,
      engine,
      async close(graceMs) {
        const stopped = server.stop();
        await engine.close(graceMs);
        await own?.close();
        await stopped;
      },
    };
  } catch (error) {
    await engine.close(0);
    await own?.close();
    throw error;
  }
}

/** What steps may read of the settings: what fills base URLs and headers, and is no secret. */
function variablesOf<Clients>(
  { systems }: IntegrationDefinition<Clients>,
  settings: Settings,
): Readonly<Record<string, string>> {
  const refs = systems.flatMap(({ variables }) => Object.values(variables));
  return Object.fromEntries(
    refs.flatMap((ref) => {
      const value = settings.get(ref.setting) ?? ref.default;
      return value === undefined ? [] : [[ref.setting, value] as const];
    }),
  );
}
