import type { GapContract } from '../../contract/contract.ts';

/** What a contract speaks of: where a body is likely to decide. */
export interface KnownValues {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

const MOST = 60;

/**
 * Texts and numbers of the rule, the criteria with their conditions, and the visible examples; beside each number those just below and above it. Nothing
 * is taken from hidden examples: a generated input is shown when it fails.
 */
export function knownValues({ description, rule, criteria, properties = [], examples }: GapContract): KnownValues {
  const texts = new Set<string>();
  const numbers = new Set<number>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'number') addAround(numbers, value);
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner);
  };
  for (const example of examples) {
    if (example.hidden) continue;
    collect(example.in);
    collect(example.out);
  }
  for (const words of [description ?? '', rule, ...criteria, ...properties.map(({ holds }) => holds)]) {
    for (const [, quoted] of words.matchAll(/["'`“‘]([^"'`“”‘’\n]{1,60})["'`”’]/g)) texts.add(quoted ?? '');
    for (const [word] of words.matchAll(/\p{Lu}[\p{L}\p{N}_-]+/gu)) texts.add(word);
    for (const [digits] of words.matchAll(/(?<![\p{L}\p{N}_.])\d[\d_,]*(?:\.\d+)?/gu))
      addAround(numbers, Number(digits.replaceAll(/[_,]/g, '')));
  }
  for (const text of texts) if (/^-?\d+(?:\.\d+)?$/.test(text)) addAround(numbers, Number(text));
  return { texts: [...texts].slice(0, MOST), numbers: [...numbers].filter(Number.isFinite).slice(0, MOST) };
}

function addAround(numbers: Set<number>, value: number): void {
  for (const one of [value, value - 1, value + 1, value - 0.01, value + 0.01]) numbers.add(Math.round(one * 1e6) / 1e6);
}
