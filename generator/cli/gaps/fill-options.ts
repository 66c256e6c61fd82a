import type { ModelPrice } from '../../gap/provider/price/price-of.ts';

/** What a prompt is made of, for `gaps fill`, `gaps prompt` and `gaps record`. */
export interface PromptOptions {
  readonly spec: readonly string[];
  readonly model?: string;
  /** Of a model whose price is not known. */
  readonly price?: ModelPrice;
  /** `fill@v1`. */
  readonly prompt?: string;
  /** A folder of prompts. */
  readonly prompts?: string;
  /** `FILE` or `FILE:ROLE`. */
  readonly attach: readonly string[];
}

export type ProviderName = 'anthropic' | 'replay';

/** Options of `gaps fill`. */
export interface FillOptions extends PromptOptions {
  readonly provider: ProviderName;
  readonly baseUrl?: string;
  /** Whether the key may go to another machine unencrypted. */
  readonly insecure?: boolean;
  readonly recordings: string;
  readonly record?: boolean;
  readonly batch?: boolean;
  /** US dollars. */
  readonly budget?: number;
  readonly concurrency: number;
  readonly all?: boolean;
  readonly force?: boolean;
}

/** The model that is asked where none is named. Source: the overview of models on platform.claude.com. */
export const DEFAULT_MODEL = 'claude-sonnet-5-5';

/** What a reply that somebody carried over is recorded under: nobody has to say whose it was. */
export const UNSPECIFIED_MODEL = 'unspecified';

/** Where recorded replies are, from the working directory. */
export const RECORDINGS = 'evals/recordings';

/** Most tokens of a reply. */
export const MAX_TOKENS = 8_192;
