import { InvalidArgumentError } from 'commander';
import { parsePrice } from '../../gap/provider/price/parse-price.ts';
import type { ModelPrice } from '../../gap/provider/price/price-of.ts';

/** US dollars: `2.50`. */
export function dollarsOption(text: string): number {
  const value = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || value <= 0)
    throw new InvalidArgumentError('A budget is a number of US dollars, such as 2.50.');
  return value;
}

/** From 1. */
export function countOption(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}$/.test(text) || value < 1) throw new InvalidArgumentError('That is a number from 1 to 999.');
  return value;
}

/** From 0. */
export function repeatOption(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('That is a number from 0.');
  return Number(text);
}

/** An address without a slash at its end. */
export function urlOption(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('That is an address such as http://127.0.0.1:8080.');
  return text.replace(/\/+$/, '');
}

/** `fill@v2` or `v2`. */
export function promptOption(text: string): string {
  const [version] = /v[1-9]\d*$/.exec(text) ?? [];
  if (version === undefined || !/^(?:fill@)?v\d+$/.test(text))
    throw new InvalidArgumentError('A prompt is named by its version, such as fill@v1.');
  return version;
}

/** `4/20`: US dollars for a million tokens in and out. */
export function priceOption(text: string): ModelPrice {
  const price = parsePrice(text);
  if (price === undefined)
    throw new InvalidArgumentError('A price is US dollars for a million tokens in and out, such as 2/10.');
  return price;
}
