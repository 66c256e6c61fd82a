// The gap 'toInvoiceTerms' of order-fulfilment; its types are the spec's, written anew with each fill.
// 'flowright gaps verify' tests the body, 'flowright gaps adopt' accepts what was changed in it.

type Cents = number;

type Tier = 'bronze' | 'silver' | 'gold' | 'platinum';

export interface ToInvoiceTermsInput {
  readonly cents: Cents;
  readonly country: string;
  readonly tier: Tier;
}

export type ToInvoiceTermsOutput = 'prepaid' | 'net14' | 'net30';

// The body:

const DOMESTIC_MINIMUM_CENTS = 10000;
const FOREIGN_MINIMUM_CENTS = 100000;

export function toInvoiceTerms(input: ToInvoiceTermsInput): ToInvoiceTermsOutput {
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
