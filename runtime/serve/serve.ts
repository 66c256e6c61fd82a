import type { IntegrationDefinition } from '../integration.ts';
import { createLogger } from '../settings/create-logger.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { redactorFor } from '../settings/redactor.ts';
import { SettingsError } from '../settings/settings-error.ts';
import type { Environment } from '../settings/settings.ts';
import { readServeSettings } from './serve-settings.ts';
import { startIntegration } from './start-integration.ts';
import type { StartIntegrationOptions } from './start-integration.ts';

export type ServeOptions = Partial<
  Omit<StartIntegrationOptions, 'log' | 'redactor' | 'transport' | 'clock' | 'random'>
> & {
  /** How long steps may go on after SIGTERM or SIGINT; 10 s where absent. */
  readonly graceMs?: number;
};

/**
 * Runs an integration as a process, until a signal ends it: settings from the environment (`PORT`, `HOST`,
 * `FLOWRIGHT_DATA_DIR`, `LOG_LEVEL` and the integration's own), JSON logs on standard output. Missing settings are listed
 * on standard error and end the process with code 2, anything else that keeps it from starting with code 1.
 */
export async function serve<Clients>(
  integration: IntegrationDefinition<Clients>,
  options: ServeOptions = {},
): Promise<void> {
  try {
    await run(integration, options, options.environment ?? process.env);
  } catch (error) {
    const known = error instanceof SettingsError;
    process.stderr.write(known ? `${error.message}\n` : `${integration.name} cannot start: ${reasonOf(error)}\n`);
    process.exitCode = known ? 2 : 1;
  }
}

/** A port that is taken or a folder that cannot be written is no bug: the message is enough. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error || process.env['LOG_LEVEL'] !== 'debug' ? error.message : (error.stack ?? error.message);
}

async function run<Clients>(
  integration: IntegrationDefinition<Clients>,
  options: ServeOptions,
  environment: Environment,
): Promise<void> {
  const { port, hostname, dataDir, level } = readServeSettings(integration.name, environment);
  const redactor = redactorFor(integration, loadSettings(integration, environment));
  const log = createLogger({ name: integration.name, level, redactor });
  const running = await startIntegration(integration, {
    port,
    hostname,
    dataDir,
    ...options,
    environment,
    log,
    redactor,
  });
  log.info({ url: running.url, version: integration.version }, `listening on ${running.url}`);
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(signal === 'SIGINT' ? 130 : 143);
    stopping = true;
    log.info({ signal }, 'shutting down');
    running.close(options.graceMs).then(
      () => {
        log.info({}, 'stopped');
        process.exit(0);
      },
      (error: unknown) => {
        log.error({ reason: String(error) }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
