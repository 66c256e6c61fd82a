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
  const log: Logger = pino(
    { name, level, formatters: { level: (label) => ({ level: label }) } },
    { write: (line) => put(redactor.mask(line)) },
  );
  masked.add(log);
  return log;
}

/** Loggers that mask by themselves, or write nothing: to mask their fields once more would cost and change nothing. */
const masked = new WeakSet<Logger>();

/** `log` with every known secret masked in its fields and messages. */
export function maskedLogger(log: Logger, redactor: Redactor): Logger {
  if (masked.has(log)) return log;
  const fields = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const text = JSON.stringify(given, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    const clean = redactor.mask(text);
    return clean === text ? given : Object.fromEntries(Object.entries(JSON.parse(clean)));
  };
  return {
    debug: (given, message) => log.debug(fields(given), redactor.mask(message)),
    info: (given, message) => log.info(fields(given), redactor.mask(message)),
    warn: (given, message) => log.warn(fields(given), redactor.mask(message)),
    error: (given, message) => log.error(fields(given), redactor.mask(message)),
  };
}

export const silentLogger: Logger = { debug: noop, info: noop, warn: noop, error: noop };
masked.add(silentLogger);

function noop(): void {
  return undefined;
}
