import prices from './prices.json' with { type: 'json' };

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
}

interface ListedPrice extends ModelPrice {
  /** What counts for prompts of more tokens. */
  readonly above?: ModelPrice & { readonly tokens: number };
}

const LISTED: ReadonlyMap<string, ListedPrice> = new Map(Object.entries<ListedPrice>(prices.models));

/** When the prices were looked up: `2026-11-22`. */
export const PRICES_DATE: string = prices.date;

/**
 * What a model's tokens cost for a prompt of this size; undefined where no price is known, which is no price of nothing. A name with
 * a date at its end (`claude-haiku-4-5-20251001`) costs what the name without it does.
 */
export function priceOf(model: string, promptTokens = 0): ModelPrice | undefined {
  const listed = LISTED.get(model) ?? LISTED.get(model.replace(/-20\d{6}$/, ''));
  if (listed === undefined) return undefined;
  const { above } = listed;
  const { input, output } = above !== undefined && promptTokens > above.tokens ? above : listed;
  return { input, output };
}
