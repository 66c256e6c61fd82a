import pino from 'pino';
import type { Logger } from '../context/logger.ts';
import type { Redactor } from './redactor.ts';

export interface LoggerOptions {
  readonly name: string;
  readonly redactor: Redactor;
  /** `debug`, `info`, `warn`, `error` or `silent`; `info` where absent. */
  readonly level?: string;
  /** Takes finished lines; standard output where absent. */
  readonly write?: (line: string) => void;
}

/** JSON lines by pino; every finished line is masked, so that no field, message or error can carry a secret out. */
export function createLogger({ name, redactor, level = 'info', write }: LoggerOptions): Logger {
  const put = write ?? ((line: string) => void process.stdout.write(line));
  return pino({ name, level, formatters: { level: (label) => ({ level: label }) } }, { write: (line) => put(redactor.mask(line)) });
}

/** `log` with every known secret masked in its fields and messages. */
export function maskedLogger(log: Logger, redactor: Redactor): Logger {
  const fields = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const text = JSON.stringify(given, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    const masked = redactor.mask(text);
    return masked === text ? given : Object.fromEntries(Object.entries(JSON.parse(masked)));
  };
  return {
    debug: (given, message) => log.debug(fields(given), redactor.mask(message)),
    info: (given, message) => log.info(fields(given), redactor.mask(message)),
    warn: (given, message) => log.warn(fields(given), redactor.mask(message)),
    error: (given, message) => log.error(fields(given), redactor.mask(message)),
  };
}

export const silentLogger: Logger = { debug: noop, info: noop, warn: noop, error: noop };

function noop(): void {
  return undefined;
}
