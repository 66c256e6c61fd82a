import { encode } from 'gpt-tokenizer';
import { describe, expect, it } from 'vitest';
import { renderFill } from '../../prompt/render-fill.ts';
import { gradeContract } from '../../prompt/testing/grade-contract.ts';
import { ownPrompts } from '../../prompt/testing/own-prompts.ts';
import { modelRequest } from '../testing/model-request.ts';
import { estimateRequest, estimateTokens, mostTokens } from './estimate-tokens.ts';
import { parsePrice } from './parse-price.ts';
import { priceOf } from './price-of.ts';

describe('a price', () => {
  it('is of the model, with or without the date of its release', () => {
    expect(priceOf('claude-sonnet-4-5')).toEqual({ input: 3, output: 15 });
    expect(priceOf('claude-sonnet-4-5-20250929')).toEqual({ input: 3, output: 15 });
  });

  it('may be higher for long prompts', () => {
    expect(priceOf('claude-haiku-5-5', 100_000)).toEqual({ input: 0.1, output: 0.5 });
    expect(priceOf('claude-haiku-5-5', 100_001)).toEqual({ input: 0.5, output: 2.5 });
  });

  it('is not known of every model', () => {
    for (const model of ['claude-next', 'unspecified', 'toString', '']) expect(priceOf(model)).toBeUndefined();
  });

  it('can be given', () => {
    for (const text of ['4,20', '4/20', ' $4.00, $20.00 ']) expect(parsePrice(text)).toEqual({ input: 4, output: 20 });
    for (const text of ['', '4', '-4,20', '4,20,3', 'a,b', '1e9,2']) expect(parsePrice(text)).toBeUndefined();
  });
});

describe('the estimate of tokens', () => {
  it.each([
    [
      'TypeScript',
      'export function grade(input: GradeInput): GradeOutput {\n  return input.total >= 1000 ? "a" : "b";\n}\n',
    ],
    ['English', 'The priority of a deal follows the total of its order, but never that of a customer who has none.'],
    ['JSON', '{"id":"gid://shopify/Order/4882913","total":"1249.50","lines":[{"sku":"AB-1203-XL","quantity":2}]}'],
    ['numbers', '31415926535 2718281828 1.4142135623 2026-11-22T18:15:55Z'],
    ['other scripts', 'Zoë Łukasz Ελλάδα Москва 東京都渋谷区 한국어'],
  ])('of %s is at least what another tokenizer counts, and not four times as much', (_, text) => {
    const counted = encode(text).length;
    expect(estimateTokens(text)).toBeGreaterThanOrEqual(counted);
    expect(estimateTokens(text)).toBeLessThan(counted * 4);
  });

  it('of a request counts all that is sent', async () => {
    const prompt = renderFill(await ownPrompts(), gradeContract());
    const counted = encode([prompt.system, ...prompt.turns.map(({ content }) => content)].join('\n')).length;
    const estimated = estimateRequest(modelRequest({ prompt }));
    expect(estimated).toBeGreaterThanOrEqual(counted);
    expect(estimated).toBeLessThan(counted * 1.6);
    expect(mostTokens(modelRequest({ prompt }))).toBeGreaterThanOrEqual(counted * 1.4);
  });
});
