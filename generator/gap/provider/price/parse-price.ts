import type { ModelPrice } from './price-of.ts';

/** Reads `4,20` or `4/20`: US dollars for a million tokens of input and of output; undefined where it is no such pair. */
export function parsePrice(text: string): ModelPrice | undefined {
  const { input, output } =
    /^\$?(?<input>\d+(?:\.\d+)?)\s*[,/]\s*\$?(?<output>\d+(?:\.\d+)?)$/.exec(text.trim())?.groups ?? {};
  return input === undefined || output === undefined ? undefined : { input: Number(input), output: Number(output) };
}
