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
  const module: unknown = createRequire(found)(found);
  if (!isPromptfoo(module)) throw new TypeError(`${found} has no evaluate()`);
  silenceTelemetry();
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
