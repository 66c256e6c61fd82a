import type { Usage } from '../lock/gap-lock.ts';

/** US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

/** The price for a prompt of this many tokens; undefined where none is known. */
export type PriceOf = (input: number) => Price | undefined;

/** What asking has taken so far. */
export interface Spending {
  readonly asks: number;
  readonly input: number;
  readonly output: number;
  /** US dollars; undefined as soon as one ask's price is not known. */
  readonly cost: number | undefined;
}

export const NOTHING: Spending = { asks: 0, input: 0, output: 0, cost: 0 };

/** A reply of a batch is half the price. Source: Anthropic's page on batch processing. */
const BATCH_SHARE = 0.5;

/** Replies that were recorded. */
const UNPAID: ReadonlySet<string> = new Set(['replay', 'manual']);

/** What these tokens cost; undefined where the price is not known. */
export function costOf({ input = 0, output = 0 }: Usage, priceOf: PriceOf, via = ''): number | undefined {
  if (UNPAID.has(via)) return 0;
  const price = priceOf(input);
  if (price === undefined) return input + output === 0 ? 0 : undefined;
  return ((input * price.input + output * price.output) / 1_000_000) * (via === 'batch' ? BATCH_SHARE : 1);
}

/** One ask, which may have failed, as spending. */
export function spend(usage: Usage, cost: number | undefined): Spending {
  return { asks: 1, input: usage.input ?? 0, output: usage.output ?? 0, cost };
}

export function addSpending(one: Spending, other: Spending): Spending {
  return {
    asks: one.asks + other.asks,
    input: one.input + other.input,
    output: one.output + other.output,
    cost: one.cost === undefined || other.cost === undefined ? undefined : one.cost + other.cost,
  };
}
