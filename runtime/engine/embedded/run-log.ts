import type { Logger } from '../../context/logger.ts';
import type { RunRecord } from '../run.ts';

/** The log of one run: says which run in every line, and is silent while `replaying`, since those lines were written before. */
export function runLog(log: Logger, run: RunRecord, replaying: () => boolean): Logger {
  const about = { runId: run.id, workflow: run.workflow, tenant: run.tenant };
  const at =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (fields: Readonly<Record<string, unknown>>, message: string): void => {
      if (!replaying()) log[level]({ ...about, ...fields }, message);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
