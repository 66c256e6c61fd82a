import { fuel } from '@flowright/runtime/logic';

type Cents = number;

type Tier = 'bronze' | 'silver' | 'gold' | 'platinum';

export interface ToInvoiceTermsInput {
  readonly cents: Cents;
  readonly country: string;
  readonly tier: Tier;
}

export type ToInvoiceTermsOutput = 'prepaid' | 'net14' | 'net30';

const DOMESTIC_MINIMUM_CENTS = 10000;
const FOREIGN_MINIMUM_CENTS = 100000;

export function toInvoiceTerms(input: ToInvoiceTermsInput): ToInvoiceTermsOutput {
  fuel.start();
  const isDomestic = input.country.toUpperCase() === 'DE';
  const minimum = isDomestic ? DOMESTIC_MINIMUM_CENTS : FOREIGN_MINIMUM_CENTS;
  const reachesMinimum = input.cents >= minimum;
  if (!reachesMinimum) {
    return 'prepaid';
  }
  if (input.tier === 'platinum') {
    return 'net30';
  }
  if (input.tier === 'gold') {
    return 'net14';
  }
  return 'prepaid';
}
