import { SettingsError } from '../settings/settings-error.ts';
import type { Environment } from '../settings/settings.ts';

/** What `serve` itself reads from the environment. */
export interface ServeSettings {
  readonly port: number;
  readonly hostname: string;
  readonly dataDir: string;
  readonly level: string;
}

const LEVELS: readonly string[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Reads `PORT` (3000), `HOST` (0.0.0.0), `FLOWRIGHT_DATA_DIR` (`.flowright`) and `LOG_LEVEL` (info); a `SettingsError` for a value that means nothing. */
export function readServeSettings(integration: string, environment: Environment): ServeSettings {
  const port = given(environment, 'PORT') ?? '3000';
  const level = given(environment, 'LOG_LEVEL') ?? 'info';
  const wrong = [
    ...(/^\d{1,5}$/.test(port) && Number(port) < 65_536
      ? []
      : [`PORT is '${port}'; it must be a number from 0 to 65535`]),
    ...(LEVELS.includes(level) ? [] : [`LOG_LEVEL is '${level}'; it must be one of ${LEVELS.join(', ')}`]),
  ];
  if (wrong.length > 0) throw new SettingsError(integration, [], wrong);
  return {
    port: Number(port),
    hostname: given(environment, 'HOST') ?? '0.0.0.0',
    dataDir: given(environment, 'FLOWRIGHT_DATA_DIR') ?? '.flowright',
    level,
  };
}

function given(environment: Environment, name: string): string | undefined {
  const value = environment[name];
  return value === '' ? undefined : value;
}
