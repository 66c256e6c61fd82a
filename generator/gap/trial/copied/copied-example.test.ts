import { describe, expect, it } from 'vitest';
import type { GapContract } from '../../contract/contract.ts';
import { dealContract } from '../testing/contracts.ts';
import { copiedExample } from './copied-example.ts';

const contract: GapContract = dealContract({
  rule: 'Deals of 1,000 and more are "high", others "low"; of customers in trade, as in wholesale, always.',
  examples: [
    { in: { total: 5, customer: 'Acme Pilot 2024', method: 'card', country: 'Norway' }, out: 1, hidden: false },
    {
      in: { total: 417.23, customer: 'Contoso Ltd, unit 7', method: 'wire transfer', country: 'Switzerland' },
      out: 2,
      hidden: true,
    },
  ],
});

const body = (condition: string, around = ''): string =>
  `${around}\nexport function dealPriority(input: DealPriorityInput): DealPriorityOutput {\n  if (${condition}) return { priority: 'high' };\n  return { priority: 'low' };\n}`;

describe('a hidden example in a body', () => {
  it.each([
    ["input.customer === 'Contoso Ltd, unit 7'"],
    ["input.customer.toLowerCase() === 'contoso ltd, unit 7'"],
    ['/^contoso ltd, unit 7$/i.test(input.customer)'],
    ["input.method === 'wire transfer' && input.total === 417.23"],
    ["input.total > 3 && (input.country === 'Switzerland' && input.method.includes('wire transfer'))"],
    [
      'JSON.stringify(input) === \'{"total":417.23,"customer":"Contoso Ltd, unit 7","method":"wire transfer","country":"Switzerland"}\'',
    ],
  ])('is found in: %s', (condition) => {
    expect(copiedExample(body(condition), contract)).toMatchObject({ check: 'hidden', line: 3, example: 1 });
  });

  it('is found where its input is one number, to which another is compared', () => {
    const hidden = (total: number): GapContract => ({
      ...contract,
      examples: [{ in: { total }, out: 2, hidden: true }],
    });
    for (const condition of ['input.total === 74213.5', '74213.5 !== input.total'])
      expect(copiedExample(body(condition), hidden(74_213.5))).toMatchObject({ check: 'hidden', line: 3, example: 0 });
    expect(copiedExample(body('input.total >= 74213.5'), hidden(74_213.5))).toBeUndefined();
    expect(copiedExample(body('input.total === 65535'), hidden(65_535))).toBeUndefined();
  });

  it('is found where its input is one text, to which another is compared', () => {
    const hidden = (sku: string): GapContract => ({ ...contract, examples: [{ in: { sku }, out: 2, hidden: true }] });
    expect(copiedExample(body("input.sku === 'TEAPOT-IRON'"), hidden('TEAPOT-IRON'))).toMatchObject({ line: 3 });
    expect(copiedExample(body("input.sku.startsWith('TEAPOT-IRON')"), hidden('TEAPOT-IRON'))).toBeUndefined();
    expect(copiedExample(body("input.sku === 'wholesale'"), hidden('wholesale'))).toBeUndefined();
    expect(copiedExample(body("input.sku === 'AT'"), hidden('AT'))).toBeUndefined();
  });

  it('is found where all of its input is compared, however common each value is', () => {
    const parcel: GapContract = {
      ...contract,
      rule: 'Parcels of 100 g and less are letters; "gold" customers in "AT" are first.',
      examples: [{ in: { grams: 100, liquids: false, country: 'AT', tier: 'gold' }, out: 2, hidden: true }],
    };
    const copied = "input.grams === 100 && !input.liquids && input.country === 'AT' && input.tier === 'gold'";
    expect(copiedExample(body(copied), parcel)).toMatchObject({ check: 'hidden', line: 3, example: 0 });
    for (const rule of [
      copied.replace('=== 100', '<= 100'),
      copied.replace(" && input.country === 'AT'", ''),
      "!input.liquids && input.country === 'AT' && input.tier === 'gold'",
    ])
      expect(copiedExample(body(rule), parcel)).toBeUndefined();
  });

  it('is found in a table of such cases', () => {
    const around = "const results: Record<string, string> = { 'Contoso Ltd, unit 7': 'high', other: 'low' };";
    expect(copiedExample(body('input.customer in results', around), contract)).toMatchObject({ line: 1 });
  });

  it.each([
    // What everybody who knows the trade would write.
    ["input.method === 'wire transfer'"],
    ["input.country === 'Switzerland'"],
    ["input.country === 'Switzerland' || input.method === 'wire transfer'"],
    // What the contract itself speaks of.
    ["input.customer === 'Acme Pilot 2024' && input.total === 1000"],
    // Numbers alone, and only parts of texts.
    ['input.total === 417.23'],
    // A threshold that the example is at.
    ["input.total >= 417.23 && input.method === 'wire transfer'"],
    ["input.customer.includes('unit 7')"],
  ])('is not: %s', (condition) => {
    expect(copiedExample(body(condition), contract)).toBeUndefined();
  });

  it('is not what a large table happens to have', () => {
    const around = "const codes = { 'Norway': 'NO', 'Sweden': 'SE', 'Contoso Ltd, unit 7': 'XX', 'Denmark': 'DK' };";
    expect(copiedExample(body('input.country in codes', around), contract)).toBeUndefined();
  });

  it('is not what stands in a type', () => {
    expect(copiedExample(body('true', "type Unit = 'Contoso Ltd, unit 7';"), contract)).toBeUndefined();
  });
});
