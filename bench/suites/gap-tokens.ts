import { glob, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { countTokens } from 'gpt-tokenizer';
import type { GapEntry } from '../../generator/gap/lock/gap-entry.ts';
import { loadPrompts } from '../../generator/gap/prompt/load-prompts.ts';
import type { FillPrompts } from '../../generator/gap/prompt/fill-prompts.ts';
import { renderFill } from '../../generator/gap/prompt/render-fill.ts';
import { findGaps } from '../../generator/pipeline/find-gaps.ts';
import { repository } from '../build/repository.ts';
import type { Reading } from '../reading.ts';

/** Tokens of one gap: what is sent for its first try, and the body that is kept. */
interface GapTokens {
  readonly prompt: number;
  /** Undefined where nobody has filled it. */
  readonly body: number | undefined;
}

/**
 * Tokens that filling takes, gap by gap, beside those that a model would write for the whole integration: the TypeScript below `src/`
 * of its committed output, without the mocks, and all that a person would read of it: mocks, tests, README and settings, too. Both are counted by one public tokenizer, which is no model's that is asked: an approximation.
 */
export async function gapTokensSuite(): Promise<readonly Reading[]> {
  const loaded = await loadPrompts();
  if (!loaded.ok) throw new Error(loaded.diagnostic.message);
  const { integrations } = await findGaps(['spec/examples'], { cwd: repository });
  const readings: Reading[] = [];
  const all: Counted[] = [];
  for (const { name, gaps } of integrations) {
    if (gaps.length === 0) continue;
    const counted = gaps.map((entry) => ({ entry, ...tokensOf(entry, loaded.prompts) }));
    for (const { entry, prompt, body } of counted)
      readings.push({
        name: `gap-tokens-${entry.contract.gap}`,
        what: `${name}: prompt ${prompt} + ${body === undefined ? 'no body yet' : `body ${body}`}`,
        unit: 'tokens',
        rounds: [prompt + (body ?? 0)],
      });
    if (counted.some(({ body }) => body === undefined)) continue;
    const bodies = sum(counted.map(({ body = 0 }) => body));
    const whole = await outputTokens(name, (file) => file.startsWith('src/') && file !== 'src/mocks.ts');
    const output = await outputTokens(name, (file) => !RECORDS.has(file));
    const ratio = { whole, output, gaps: sum(counted.map(({ prompt }) => prompt)) + bodies, bodies };
    all.push(ratio);
    readings.push(...ratios(name, [ratio]));
  }
  return all.length > 1 ? [...readings, ...ratios('all', all)] : readings;
}

/** Tokens of an integration. */
interface Counted {
  /** The TypeScript below `src/`, without the mocks. */
  readonly whole: number;
  /** All files of the output that somebody reads. */
  readonly output: number;
  /** Prompts and bodies of its gaps. */
  readonly gaps: number;
  readonly bodies: number;
}

function ratios(name: string, counted: readonly Counted[]): readonly Reading[] {
  const whole = sum(counted.map((one) => one.whole));
  const output = sum(counted.map((one) => one.output));
  const gaps = sum(counted.map((one) => one.gaps));
  const bodies = sum(counted.map((one) => one.bodies));
  return [
    {
      name: `gap-tokens-ratio-${name}`,
      what: `src/ (${whole}) ÷ prompts and bodies (${gaps})`,
      rounds: [whole / gaps],
    },
    { name: `gap-tokens-written-${name}`, what: `src/ (${whole}) ÷ bodies (${bodies})`, rounds: [whole / bodies] },
    {
      name: `gap-tokens-output-${name}`,
      what: `output (${output}) ÷ prompts and bodies (${gaps})`,
      rounds: [output / gaps],
    },
  ];
}

function tokensOf({ contract, body }: GapEntry, prompts: FillPrompts): GapTokens {
  const { system, turns } = renderFill(prompts, contract);
  return {
    prompt: countTokens(system) + sum(turns.map(({ content }) => countTokens(content))),
    body: body === undefined ? undefined : countTokens(body.body),
  };
}

/** What a build keeps for itself: nobody would write it. */
const RECORDS: ReadonlySet<string> = new Set(['flowright.manifest.json', 'flowright.spec.json']);

async function outputTokens(name: string, isCounted: (file: string) => boolean): Promise<number> {
  const folder = path.join(repository, 'out', name);
  let tokens = 0;
  for await (const found of glob(['*', '.env.example', '{src,test}/**/*.*'], { cwd: folder })) {
    const file = found.split(path.sep).join('/');
    const stats = await stat(path.join(folder, found));
    if (stats.isFile() && isCounted(file)) tokens += countTokens(await readFile(path.join(folder, found), 'utf8'));
  }
  return tokens;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
