import { createRequire } from 'node:module';
import path from 'node:path';
import { isRecord } from '../../data/is-record.ts';
import type { Promptfoo } from './promptfoo.ts';

/**
 * promptfoo as it is installed for one of `folders`, the first that has it; undefined where none has. `makeHermetic` comes first.
 * Its CommonJS form is loaded: with Node's compile cache that takes a third of the time.
 */
export function loadPromptfoo(folders: readonly string[]): Promptfoo | undefined {
  const found = findPromptfoo(folders);
  if (found === undefined) return undefined;
  const require = createRequire(found);
  const module: unknown = require(found);
  if (!isPromptfoo(module)) throw new TypeError(`${found} has no evaluate()`);
  silenceTelemetry();
  silenceDebug(path.dirname(found), require);
  return module;
}

/** Its main file, absolute. */
export function findPromptfoo(folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    try {
      return createRequire(path.join(folder, 'package.json')).resolve('promptfoo');
    } catch {
      // The next folder may have it.
    }
  }
  return undefined;
}

function isPromptfoo(module: unknown): module is Promptfoo {
  return isRecord(module) && typeof module['evaluate'] === 'function';
}

/** It reports once that its telemetry is switched off, unless it takes that to be reported already. */
function silenceTelemetry(): void {
  const instance: unknown = Reflect.get(process, Symbol.for('promptfoo.telemetry.instance'));
  if (isRecord(instance)) Reflect.set(instance, 'telemetryDisabledRecorded', true);
}

/**
 * Nobody reads its debug lines, whose level is off; it makes each up nonetheless, with the stack and all that is to be told, several for
 * each test. What it warns of, and its errors, go on as they were.
 */
function silenceDebug(folder: string, { cache }: NodeJS.Require): void {
  for (const [file, loaded] of Object.entries(cache)) {
    if (!file.startsWith(folder + path.sep)) continue;
    const own: unknown = loaded?.exports;
    const logger = isRecord(own) ? own['logger'] : undefined;
    if (isRecord(logger) && typeof logger['debug'] === 'function') Reflect.set(logger, 'debug', () => undefined);
  }
}
