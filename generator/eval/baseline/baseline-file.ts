import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { sortKeys } from '../../data/sort-keys.ts';
import type { Baseline, BaselineKey } from './baseline.ts';
import { BASELINE_SCHEMA } from './baseline-schema.ts';

/** Below the folder of baselines: `fill@v1/claude-x.json`. What a file name cannot hold is written as `%2F`. */
export function baselinePath({ prompt, model }: BaselineKey): string {
  return path.posix.join(fileName(prompt), `${fileName(model)}.json`);
}

function fileName(text: string): string {
  const safe = text.replaceAll(/[^A-Za-z0-9._@-]/gu, (character) =>
    [...new TextEncoder().encode(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
  return safe.replace(/^\.+$/, (dots) => dots.replaceAll('.', '%2E'));
}

/** The same baseline is the same bytes: keys in order, a line break at the end. */
export function baselineText(baseline: Baseline): string {
  return `${JSON.stringify(sortKeys(baseline), undefined, 2)}\n`;
}

/** Compiled when the first baseline is read: most runs read none. */
let validate: ValidateFunction<Baseline> | undefined;

/** Reads a baseline's text; says what is wrong with it instead where it cannot be trusted. */
export function readBaseline(text: string): Baseline | { readonly reason: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { reason: 'it is not JSON' };
  }
  const isBaseline = (validate ??= new Ajv({ allErrors: true, strict: false }).compile<Baseline>(BASELINE_SCHEMA));
  if (!isBaseline(data)) {
    const [first] = isBaseline.errors ?? [];
    return {
      reason: `${first?.instancePath === '' ? 'it' : (first?.instancePath ?? 'it')} ${first?.message ?? 'is wrong'}`,
    };
  }
  const wrong = data.cases.find(({ passed, repeats }) => passed > repeats);
  return wrong === undefined ? data : { reason: `${wrong.id} passed more often than it was asked` };
}
