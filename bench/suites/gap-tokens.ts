import { glob, readFile } from 'node:fs/promises';
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
 * of its committed output, without the mocks. Both are counted by one public tokenizer, which is no model's that is asked: an approximation.
 */
export async function gapTokensSuite(): Promise<readonly Reading[]> {
  const loaded = await loadPrompts();
  if (!loaded.ok) throw new Error(loaded.diagnostic.message);
  const { integrations } = await findGaps(['spec/examples'], { cwd: repository });
  const readings: Reading[] = [];
  const all: { readonly whole: number; readonly gaps: number; readonly bodies: number }[] = [];
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
    const whole = await outputTokens(name);
    const ratio = { whole, gaps: sum(counted.map(({ prompt }) => prompt)) + bodies, bodies };
    all.push(ratio);
    readings.push(...ratios(name, [ratio]));
  }
  return all.length > 1 ? [...readings, ...ratios('all', all)] : readings;
}

function ratios(
  name: string,
  counted: readonly { readonly whole: number; readonly gaps: number; readonly bodies: number }[],
): readonly Reading[] {
  const [whole, gaps, bodies] = [
    counted.map((one) => one.whole),
    counted.map((one) => one.gaps),
    counted.map((one) => one.bodies),
  ].map(sum);
  if (whole === undefined || gaps === undefined || bodies === undefined) return [];
  return [
    {
      name: `gap-tokens-ratio-${name}`,
      what: `src/ (${whole}) ÷ prompts and bodies of its gaps (${gaps})`,
      rounds: [whole / gaps],
    },
    {
      name: `gap-tokens-written-${name}`,
      what: `src/ (${whole}) ÷ bodies of its gaps (${bodies})`,
      rounds: [whole / bodies],
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

async function outputTokens(name: string): Promise<number> {
  const folder = path.join(repository, 'out', name);
  let tokens = 0;
  for await (const file of glob('src/**/*.ts', { cwd: folder }))
    if (file !== path.join('src', 'mocks.ts')) tokens += countTokens(await readFile(path.join(folder, file), 'utf8'));
  return tokens;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
