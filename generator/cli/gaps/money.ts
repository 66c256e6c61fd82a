import { count } from '../../diagnostics/render/count.ts';

/** `$0.0213`; as many digits as it takes to see something. Undefined: a price nobody knows. */
export function dollars(amount: number | undefined): string {
  if (amount === undefined) return 'cost unknown';
  if (amount === 0) return '$0';
  return `$${amount.toFixed(amount < 1 ? 4 : 2)}`;
}

/** `1,234 → 56`: tokens in and out. */
export function tokens(input: number, output: number): string {
  return input + output === 0 ? '' : `${thousands(input)} → ${thousands(output)}`;
}

/** `1,234 tokens in, 56 out`. */
export function tokensInWords(input: number, output: number): string {
  return `${count(input, 'token').replace(/^\d+/, thousands(input))} in, ${thousands(output)} out`;
}

/** The same everywhere, unlike a locale's. */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
