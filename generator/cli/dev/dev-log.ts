import type { Logger } from '@flowright/runtime';
import type { DevListener } from './dev-event.ts';

/** The integration's log as events. What it says of runs is left out: their own events tell that. */
export function devLog(tell: DevListener): Logger {
  const say =
    (level: 'warn' | 'error') =>
    (fields: Readonly<Record<string, unknown>>, message: string): void => {
      if ('runId' in fields) return;
      const { reason } = fields;
      tell({
        type: 'log',
        at: Date.now(),
        level,
        message,
        ...(typeof reason === 'string' && { reason: reason.split('\n', 1)[0] ?? '' }),
      });
    };
  return { debug: () => undefined, info: () => undefined, warn: say('warn'), error: say('error') };
}
