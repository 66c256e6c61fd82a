import { fuel, own, put } from '@flowright/runtime/logic';

interface Bill {
  gross: Cents;
  lines: {
    gross: Cents;
    net: Cents;
    tax: Cents;
  }[];
  net: Cents;
  tax: Cents;
}

type Cents = number;

export interface TaxLinesInput {
  readonly discount: number;
  readonly included: boolean;
  readonly lines: readonly {
    readonly amount: number;
    readonly rate: number;
  }[];
}

export type TaxLinesOutput = Bill;

const MAX_DISCOUNT = 100000000;
const MAX_AMOUNT = 1000000;
const MAX_RATE = 10000;
const RATE_UNIT = 10000;

/** A whole number from 0 to max, whatever comes in. */
function wholeWithin(value: number, max: number): number {
  fuel.burn();
  if (!(value > 0)) {
    return 0;
  }
  return value >= max ? max : Math.floor(value);
}

/** Exact whole quotient, rounded down, of whole numbers that are not negative. */
function quotient(a: number, b: number): number {
  fuel.burn();
  return (a - (a % b)) / b;
}

/** sum × rate / divisor, rounded half a cent up, without large products. */
function roundedTax(sum: number, rate: number, divisor: number): number {
  fuel.burn();
  const rest = sum % divisor;
  return quotient(sum, divisor) * rate + quotient(2 * rest * rate + divisor, 2 * divisor);
}

/**
 * Spreads whole cents: each weight's exact part is weight × factor / divisor. It is rounded down,
 * and the cents that are left go, one each, to those that lost most by that; among equals
 * the larger weight comes first, then the earlier one.
 */
function spreadCents(cents: number, weights: readonly number[], factor: number, divisor: number): number[] {
  fuel.burn();
  const parts: number[] = [];
  const losers: { readonly index: number; readonly lost: number; readonly weight: number }[] = [];
  let left = cents;
  weights.forEach((weight, index) => {
    fuel.burn();
    const exact = weight * factor;
    const lost = divisor > 0 ? exact % divisor : 0;
    const part = divisor > 0 ? (exact - lost) / divisor : 0;
    parts.push(part);
    left -= part;
    if (lost > 0) {
      losers.push({ index, lost, weight });
    }
  });
  if (left > 0) {
    losers.sort((a, b) => {
      fuel.burn();
      if (a.lost !== b.lost) {
        return b.lost - a.lost;
      }
      if (a.weight !== b.weight) {
        return b.weight - a.weight;
      }
      return a.index - b.index;
    });
    for (const loser of losers.slice(0, left)) {
      fuel.burn();
      put(parts, loser.index, (own(parts, loser.index) ?? 0) + 1);
    }
  }
  return parts;
}

export function taxLines(input: TaxLinesInput): TaxLinesOutput {
  fuel.start();
  const amounts = input.lines.map((line) => wholeWithin(line.amount, MAX_AMOUNT));
  let total = 0;
  for (const amount of amounts) {
    fuel.burn();
    total += amount;
  }

  const discount = Math.min(wholeWithin(input.discount, MAX_DISCOUNT), total);
  const shares = spreadCents(discount, amounts, discount, total);
  const reduced = amounts.map((amount, index) => amount - (own(shares, index) ?? 0));

  const groups = new Map<number, number[]>();
  input.lines.forEach((line, index) => {
    fuel.burn();
    const rate = wholeWithin(line.rate, MAX_RATE);
    const members = groups.get(rate);
    if (members === undefined) {
      groups.set(rate, [index]);
    } else {
      members.push(index);
    }
  });

  const taxes: number[] = reduced.map(() => 0);
  groups.forEach((members, rate) => {
    fuel.burn();
    const divisor = input.included ? RATE_UNIT + rate : RATE_UNIT;
    const weights = members.map((index) => (fuel.burn(), own(reduced, index) ?? 0));
    let sum = 0;
    for (const weight of weights) {
      fuel.burn();
      sum += weight;
    }
    const parts = spreadCents(roundedTax(sum, rate, divisor), weights, rate, divisor);
    members.forEach((index, position) => {
      fuel.burn();
      put(taxes, index, own(parts, position) ?? 0);
    });
  });

  const lines = reduced.map((amount, index) => {
    fuel.burn();
    const tax = own(taxes, index) ?? 0;
    return input.included ? { gross: amount, net: amount - tax, tax } : { gross: amount + tax, net: amount, tax };
  });

  let gross = 0;
  let net = 0;
  let tax = 0;
  for (const line of lines) {
    fuel.burn();
    gross += line.gross;
    net += line.net;
    tax += line.tax;
  }
  return { gross, lines, net, tax };
}
