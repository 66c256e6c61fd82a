import { priceOf, type ModelPrice } from '../../gap/provider/price/price-of.ts';
import type { PromptOptions } from './fill-options.ts';

/** The price of this model: the given one, or what is known. */
export function priceFor(
  model: string,
  { price }: Pick<PromptOptions, 'price'>,
): (input: number) => ModelPrice | undefined {
  return (input) => price ?? priceOf(model, input);
}
